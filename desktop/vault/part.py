"""Asks for the passphrase of the cases when somebody needs them, and lets it be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import FailedAfterwards
from desktop.language.words import tr
from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.shell.actions import Handler
    from desktop.vault.open_dialog import OpenDialog
    from desktop.vault.protect_dialog import ProtectDialog, Protection, Wish


class VaultPart(QObject):
    """The dialogs about the passphrase of the cases.

    Parameters
    ----------
    window : QWidget
        Owns them.
    desk : CaseDesk
        Opens the cases.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""
    converted = Signal()
    """Originals lie elsewhere than before."""
    _progressed = Signal(int, int)

    def __init__(self, window: QWidget, *, desk: CaseDesk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.opening: OpenDialog | None = None
        self.protecting: ProtectDialog | None = None
        desk.passphrase_wanted.connect(self._ask)
        desk.opened.connect(self._opened)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf({"protect_cases": self._protect})

    def _ask(self, words: str) -> None:
        if self.opening is not None:
            self.opening.refuse(words)
            return
        from desktop.vault.open_dialog import OpenDialog

        self.opening = dialog = OpenDialog(self._window)
        dialog.typed.connect(self._desk.unlock)
        dialog.rejected.connect(self._desk.give_up)
        dialog.finished.connect(self._forget_opening)
        dialog.open()

    def _opened(self) -> None:
        if self.opening is not None:
            self.opening.accept()

    def _forget_opening(self) -> None:
        if self.opening is not None:
            self.opening.deleteLater()
        self.opening = None

    def _protect(self) -> None:
        if self.protecting is None:
            self._desk.look(
                lambda address: (address.sealed, address.file is None),
                done=lambda found: self._show(sealed=found[0], server=found[1]),
                failed=self._failed,
            )

    def _show(self, *, sealed: bool, server: bool) -> None:
        from desktop.vault.protect_dialog import ProtectDialog

        if self.protecting is not None:
            return
        self.protecting = dialog = ProtectDialog(sealed=sealed, server=server, parent=self._window)
        self._progressed.connect(dialog.show_progress)
        dialog.chosen.connect(self._convert)
        dialog.finished.connect(self._forget_protecting)
        dialog.open()

    def _forget_protecting(self) -> None:
        if self.protecting is not None:
            self.protecting.deleteLater()
        self.protecting = None

    def _convert(self, choice: Protection) -> None:
        from desktop.vault.conversion import convert

        self._desk.convert(
            partial(convert, choice=choice, progress=self._progressed.emit),
            done=partial(self._converted, choice.wish),
            failed=self._not_converted,
        )

    def _converted(self, wish: Wish, flaw: LentigoError | None) -> None:
        words = {
            "protect": tr("The cases are encrypted from now on."),
            "change": tr("The passphrase of the cases is changed."),
            "remove": tr("The cases are not encrypted any more."),
        }
        self.converted.emit()
        if flaw is None:
            self.mentioned.emit(words[wish])
        else:
            self.said.emit(_flawed(words[wish], flaw))
        if self.protecting is not None:
            self.protecting.accept()

    def _not_converted(self, error: LentigoError) -> None:
        if self.protecting is not None:
            self.protecting.refuse(error.message)

    def _failed(self, error: LentigoError) -> None:
        self.said.emit(error.message)


def _flawed(done: str, flaw: LentigoError) -> str:
    if isinstance(flaw, FailedAfterwards):
        return flaw.message
    return tr("{done} They could not be opened again: {failure}", done=done, failure=flaw.message)
