"""A dialog in which something is stated or written; what is not saved is never lost."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.cases.draft_timer import DraftTimer
from desktop.cases.new_dialog import save_or_cancel
from desktop.shell.parts import show_words, text

Stated = TypeVar("Stated")


class DraftedDialog(QDialog, Generic[Stated]):
    """The dialog; whoever opens it keeps what it says, and closes it.

    Parameters
    ----------
    name : str
        What the title bar says.
    parent : QWidget, optional
        As for any widget.
    """

    saving = Signal(object)
    """What the user wants to keep."""
    drafted = Signal(object)
    """What is being stated."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self._said = text(self)
        self._said.hide()
        self._draft = DraftTimer(self)
        self._draft.timeout.connect(self._tell_draft)

    @property
    def stated(self) -> Stated:
        """What is stated here."""
        raise NotImplementedError  # each dialog has its own; Qt's metaclass takes no ABC

    @property
    def said(self) -> str:
        """What the dialog says about what is stated."""
        return self._said.text()

    def show_error(self, words: str) -> None:
        """Say why it is not kept; what is stated stays."""
        show_words(self._said, words)

    def reject(self) -> None:
        """Close; what is not saved is kept as a draft."""
        self._tell_draft()
        super().reject()

    def _changed(self) -> None:
        """Have a draft kept soon: something is stated otherwise."""
        self._draft.wind()

    def _tell_draft(self) -> None:
        self._draft.stop()
        self.drafted.emit(self.stated)

    def _make_buttons(self) -> None:
        """Make the buttons, after all else, so that Tab comes to them last."""
        self.buttons = save_or_cancel(self)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(lambda: self.saving.emit(self.stated))
