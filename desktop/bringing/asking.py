"""Carries what a user types into the dialog about a new atlas, and what is seen there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.bringing.start_dialog import StartDialog
from desktop.bringing.wish import beside
from desktop.language.words import mark, tr
from desktop.shell.background import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.datasets.layout import Looked
    from desktop.bringing.wish import BuildWish
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore

_LAYOUTS: Final = {
    "FOLDERS": mark("Folders, each named after a diagnosis."),
    "HAM10000": mark("HAM10000, as it is published."),
    "TABLE": mark("A table with a file and its diagnosis in each row."),
    "PIXELS": mark("A table of pixels: its pictures are written into the folder of the atlas."),
    "DICOM": mark("DICOM files that say their diagnoses."),
    "ATLAS": mark("An atlas: its images and labels are taken again, with embeddings if wanted."),
}
"""By name, because their own module is slow to import."""
_WHAT: Final = mark(
    "Folders named after diagnoses, HAM10000, a table (CSV) of files and diagnoses, or DICOM files "
    "that say theirs."
)


class Asking(QObject):
    """One dialog from its opening to its end.

    Parameters
    ----------
    window : QWidget
        Owns the dialog.
    wish : BuildWish, optional
        With what the fields begin.
    background, settings, dialogs
        What it works with.
    """

    wanted = Signal(object)
    """BuildWish that the user has confirmed."""

    def __init__(
        self,
        window: QWidget,
        wish: BuildWish | None,
        *,
        background: Background,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self.dialog = StartDialog(wish, window)
        self._background = background
        self._settings = settings
        self._dialogs = dialogs
        self._looking_at: Path | None = None
        self._looked: Looked | None = None
        self._proposal = "" if wish is None else self._proposed(wish.data)
        dialog = self.dialog
        dialog.changed.connect(self._refresh)
        dialog.choose_folder.clicked.connect(self._ask_folder)
        dialog.choose_table.clicked.connect(self._ask_table)
        dialog.choose_out.clicked.connect(self._ask_out)
        dialog.accepted.connect(lambda: self.wanted.emit(dialog.wish))
        dialog.finished.connect(lambda _: dialog.deleteLater())
        self._refresh()
        dialog.open()

    @property
    def settled(self) -> bool:
        """Whether it is known what lies where the user says."""
        return self._looking_at is None or self._looked is not None

    def _refresh(self) -> None:
        data = self.dialog.data.text().strip()
        if not data:
            self._looking_at = self._looked = None
            self.dialog.show_looked(None, tr(_WHAT))
        elif Path(data) != self._looking_at:
            self._look(Path(data))
        self._judge()

    def _look(self, data: Path) -> None:
        self._looking_at, self._looked = data, None
        self.dialog.show_looked(None, tr("Looking…"))
        if self.dialog.out.text() == self._proposal:  # the user has not named another
            self._proposal = self._proposed(data)
            self.dialog.out.setText(self._proposal)
        self._background.run(
            partial(_looked_at, data),
            done=partial(self._came, data),
            failed=partial(self._failed, data),
        )

    def _came(self, data: Path, looked: Looked) -> None:
        if data == self._looking_at:
            self._looked = looked
            self.dialog.show_looked(looked, tr(_LAYOUTS[looked.layout.name]))
            self._judge()

    def _failed(self, data: Path, error: Exception) -> None:
        error = named(error)
        if data == self._looking_at:
            self.dialog.show_looked(None, error.message)

    def _judge(self) -> None:
        """Only what can be begun can be accepted; say what becomes of the folder."""
        wish = self.dialog.wish
        if not self.dialog.out.text().strip():
            self.dialog.show_judged(tr("Name a folder for the atlas."), usable=False)
        elif self._looking_at is not None and _within(wish.out, self._looking_at):
            words = tr("This folder lies among the images: name another.")
            self.dialog.show_judged(words, usable=False)
        elif not self.dialog.columns.complete:
            self.dialog.show_judged(tr("Choose two columns of the table."), usable=False)
        else:
            self.dialog.show_judged(_becomes(wish.out), usable=self._looked is not None)

    def _ask_folder(self) -> None:
        self._take(self._dialogs.folder(tr("Choose a folder of labelled images"), self._at))

    def _ask_table(self) -> None:
        self._take(self._dialogs.open_csv(self._at))

    def _ask_out(self) -> None:
        folder = self._dialogs.folder(tr("Choose a folder for the atlas"), self.dialog.out.text())
        if folder is not None:
            self.dialog.out.setText(str(folder))

    @property
    def _at(self) -> str:
        return self.dialog.data.text() or self._settings.current.folder

    def _take(self, data: Path | None) -> None:
        if data is not None:
            self.dialog.data.setText(str(data))

    def _proposed(self, data: Path) -> str:
        return str(beside(data))


def _looked_at(data: Path) -> Looked:
    """In a background thread: tell what lies there."""
    from core.datasets.layout import look_at

    return look_at(data)


def _within(out: Path, data: Path) -> bool:
    """Whether images would be looked for in the atlas itself."""
    return data.is_dir() and out.absolute().is_relative_to(data.absolute())


def _becomes(out: Path) -> str:
    from core.atlas.description import FILE
    from core.atlas.draft import DRAFT

    if (out / DRAFT).exists():
        return tr("An atlas was begun here: it goes on where it was.")
    if (out / FILE).exists():
        return tr("There is an atlas here: it is replaced when the new one is whole.")
    return tr("The folder is made if there is none.")
