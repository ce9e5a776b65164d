"""Backs up all that is learned here, and puts it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from core.errors import StoreDamaged, StoreNotEmpty
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from core.errors import LentigoError
    from desktop.learning.tools import LearningTools

_PROPOSAL: Final = "lentigo-learning.sqlite3"
_BESIDE: Final = mark(
    "Profiles, answers and collections of everybody here make room for those of the backup. They "
    "are put beside first, as a file, and nothing of them is lost."
)


class ReplaceDialog(QMessageBox):
    """Asks once, in clear words; Enter means no.

    Parameters
    ----------
    parent : QWidget
        Its window.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Restore"))
        self.setText(tr("Replace what everybody has learned here?"))
        self.setInformativeText(tr(_BESIDE))
        kinds = QMessageBox.StandardButton
        self.setStandardButtons(kinds.Cancel)
        self.replace = self.addButton(tr("&Replace"), QMessageBox.ButtonRole.DestructiveRole)
        for button in self.buttons():
            button.setIcon(QIcon())
        self.setDefaultButton(kinds.Cancel)
        self.setEscapeButton(kinds.Cancel)


class LearningBackups(QObject):
    """Asks for files, and has them written or read.

    Parameters
    ----------
    tools : LearningTools
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""

    def __init__(self, tools: LearningTools) -> None:
        super().__init__(tools.window)
        self._tools = tools
        self.dialog: ReplaceDialog | None = None

    def back_up(self) -> None:
        """Ask where to, and write everything there."""
        path = self._tools.dialogs.backup(_PROPOSAL)
        if path is not None:
            self._tools.desk.do_apart(
                partial(_write, path),
                done=lambda _: self.mentioned.emit(tr("Saved as {name}.", name=path.name)),
                failed=self._failed,
            )

    def restore(self) -> None:
        """Ask which, and put it back; what is there is replaced only when that is confirmed."""
        path = self._tools.dialogs.open_backup("")
        if path is not None:
            self._restore(path)

    def _restore(self, path: Path, *, replace: bool = False) -> None:
        self._tools.desk.do_apart(
            partial(_read, path, replace=replace),
            done=self._restored,
            failed=partial(self._not_restored, path),
        )

    def _restored(self, aside: Path | None) -> None:
        self._tools.profiles.reread()
        if aside is None:
            self.mentioned.emit(tr("The backup is put back."))
        else:
            self.said.emit(
                tr("The backup is put back. What was here before lies in {path}.", path=aside)
            )

    def _not_restored(self, path: Path, error: LentigoError) -> None:
        if isinstance(error, (StoreNotEmpty, StoreDamaged)):
            self._ask(path)
        else:
            self._failed(error)

    def _ask(self, path: Path) -> None:
        dialog = self.dialog = ReplaceDialog(self._tools.window)
        dialog.replace.clicked.connect(lambda: self._restore(path, replace=True))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _failed(self, error: LentigoError) -> None:
        self.said.emit(error.message)


def _write(path: Path) -> None:
    from core.learning.store.address import default_file
    from core.learning.store.backup import write_backup

    write_backup(default_file(), path)


def _read(path: Path, *, replace: bool) -> Path | None:
    from core.learning.store.address import default_file
    from core.learning.store.backup import restore_backup

    return restore_backup(path, default_file(), replace=replace)
