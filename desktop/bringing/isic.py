"""Asks the ISIC archive how many images fit, fetches them, and offers to bring them in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.bringing import command
from desktop.bringing.building import BUSY
from desktop.bringing.errand import Errand
from desktop.bringing.process import CommandProcess, Outcome
from desktop.language.words import count, mark, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.bringing.errand import Errands
    from desktop.bringing.isic_dialog import IsicDialog
    from desktop.bringing.isic_wish import IsicWish
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore

_LEFT: Final = mark("Choose a licence, and name a folder for the images.")
_UNASKED: Final = mark("The archive was not asked yet.")


class IsicFetching(QObject):
    """The way from the menu's entry to a folder of images; one dialog at a time.

    Parameters
    ----------
    window : QWidget
        Owns the dialog.
    errands : Errands
        Has images fetched.
    settings, dialogs
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    fetched = Signal(object)
    """Folder of images that have come."""

    def __init__(
        self, window: QWidget, *, errands: Errands, settings: SettingsStore, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self.dialog: IsicDialog | None = None
        self._window = window
        self._errands = errands
        self._settings = settings
        self._dialogs = dialogs
        self._counting = CommandProcess(self)
        self._asked: IsicWish | None = None
        self._words = ""
        self._found = 0
        self._counting.finished.connect(self._came)
        self._counting.failed.connect(self._failed)

    @property
    def asking(self) -> bool:
        """Whether the archive is asked how many there are."""
        return self._counting.busy

    def ask(self) -> None:
        """Ask what is wanted; nobody else is asked by that."""
        from core.isic.address import api_host
        from desktop.bringing.isic_dialog import IsicDialog
        from desktop.bringing.isic_form import proposed
        from desktop.bringing.isic_wish import read

        if self._errands.busy:
            self.said.emit(tr(BUSY))
            return
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        folder = Path(self._settings.current.folder or Path.home()) / "isic"
        wish = read(self._settings.current.isic) or proposed(folder)
        dialog = self.dialog = IsicDialog(wish, api_host(), self._window)
        self._asked, self._words, self._found = None, "", 0
        dialog.form.changed.connect(self._judge)
        dialog.form.choose.clicked.connect(self._ask_folder)
        dialog.count.clicked.connect(self._count)
        dialog.fetch.clicked.connect(dialog.accept)
        dialog.accepted.connect(self._fetch)
        dialog.finished.connect(self._forget)
        self._judge()
        dialog.open()

    def close(self) -> None:
        """End what runs without a word: the window closes."""
        self._counting.close()

    def _judge(self) -> None:
        """Only what was counted can be fetched: nobody should be surprised by ten thousand."""
        if self.dialog is None:
            return
        wish = self.dialog.form.wish
        same = wish is not None and self._asked is not None and wish.search == self._asked.search
        if wish is None:
            words = tr(_LEFT)
        elif self._counting.busy:
            words = tr("Asking the archive…")
        else:
            words = self._words if same else tr(_UNASKED)
        self.dialog.show_standing(
            words,
            asking=self._counting.busy,
            fetchable=same and self._found > 0 and not self._counting.busy,
            askable=wish is not None,
        )

    def _count(self) -> None:
        wish = None if self.dialog is None else self.dialog.form.wish
        if wish is not None and not self._counting.busy:
            self._asked, self._words, self._found = wish, "", 0
            self._counting.start(command.isic_count(wish))
            self._judge()

    def _came(self, outcome: Outcome) -> None:
        self._found = int(outcome.said) if outcome.said.isdecimal() else 0
        self._words = count("{n:,} image fits.", "{n:,} images fit.", n=self._found)
        self._judge()

    def _failed(self, words: str) -> None:
        self._words = words
        self._judge()

    def _ask_folder(self) -> None:
        if self.dialog is not None:
            form = self.dialog.form
            folder = self._dialogs.folder(tr("Choose a folder for images"), form.folder.text())
            if folder is not None:
                form.folder.setText(str(folder))

    def _fetch(self) -> None:
        wish = None if self.dialog is None else self.dialog.form.wish
        if wish is None:
            return
        self._settings.change(isic=wish.written())
        errand = Errand(
            tr("Fetching images"),
            tr("Fetching images of the ISIC archive into {name}.", name=wish.folder.name),
            tr("The fetching"),
            command.isic_fetch(wish),
        )
        self._errands.begin(errand, done=partial(self._done, wish.folder))

    def _done(self, folder: Path, outcome: Outcome) -> None:
        words = outcome.said.removeprefix(f"{folder}: ")
        onward = tr("Atlas > Build an atlas brings them in.")
        self.said.emit(" ".join([words, *outcome.told, onward]))
        self.fetched.emit(folder)

    def _forget(self, _: int) -> None:
        self._counting.close()
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
