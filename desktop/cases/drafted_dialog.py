"""A dialog in which a record is stated; what is being stated is never lost."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from core.cases.records import Record
from desktop.cases.draft_timer import DraftTimer
from desktop.cases.entry import small_button
from desktop.cases.new_dialog import save_or_cancel
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, heading, show_words, text

_Stated = TypeVar("_Stated", bound=Record)

_DRAFT: Final = mark("You stated this before, and did not save it.")
_DISCARD: Final = mark("Discard draft")


class DraftedDialog(QDialog, Generic[_Stated]):
    """The dialog; whoever opens it keeps what it says, and closes it.

    Parameters
    ----------
    name : str
        What the title bar says.
    parent : QWidget, optional
        As for any widget.
    """

    saving = Signal(object)
    """Record that the user wants to keep."""
    drafted = Signal(object)
    """Record as it is being stated."""
    saved: _Stated
    """What was shown at first; set once the form shows it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self._said = text(self)
        self._said.hide()
        self._draft = DraftTimer(self)
        self._draft.timeout.connect(self._tell_draft)

    @property
    def stated(self) -> _Stated:
        """The record as it is stated here."""
        raise NotImplementedError  # each dialog has its own; Qt's metaclass takes no ABC

    @property
    def said(self) -> str:
        """What the dialog says about what is stated."""
        return self._said.text()

    def show_stated(self, record: _Stated) -> None:
        """Show what a record says."""
        raise NotImplementedError  # each dialog has its own; Qt's metaclass takes no ABC

    def offer_draft(self, draft: _Stated) -> None:
        """Go on with what was not saved, unless the user has begun anew."""
        if self.stated != self.saved or draft == self.saved:
            return
        self.show_stated(draft)
        show_words(self._said, tr(_DRAFT))
        self.back.show()

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

    def _go_back(self) -> None:
        self.show_stated(self.saved)
        show_words(self._said, "")
        self.back.hide()
        self._tell_draft()

    def _lay_out(self, title: str, form: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        name = heading(self, factor=1.15)
        name.setText(title)
        for widget in (name, form, self._said):
            layout.addWidget(widget)
        # Made only now, so that Tab comes to them last.
        self.back = small_button(
            self,
            tr(_DISCARD),
            name=tr("Discard the draft, back to what is saved"),
            clicked=self._go_back,
        )
        self.back.setAutoDefault(False)
        self.back.hide()
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons = save_or_cancel(self)
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(lambda: self.saving.emit(self.stated))
        layout.addWidget(self.buttons)
        self.resize(480, self.sizeHint().height())
