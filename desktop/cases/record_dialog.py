"""A dialog with a form for a record, which can be had back as it is saved."""

from __future__ import annotations

from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.cases.records import Record
from desktop.cases.drafted_dialog import DraftedDialog
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, heading, show_words, small_button

_Kept = TypeVar("_Kept", bound=Record)

_DRAFT: Final = mark("You stated this before, and did not save it.")
_DISCARD: Final = mark("Discard draft")


class RecordDialog(DraftedDialog[_Kept]):
    """The dialog; which record, and by which form, is for those made of it to say."""

    saved: _Kept
    """What was shown at first; set once the form shows it."""

    def show_stated(self, record: _Kept) -> None:
        """Show what a record says."""
        raise NotImplementedError  # each dialog has its own; Qt's metaclass takes no ABC

    def offer_draft(self, draft: _Kept) -> None:
        """Go on with what was not saved, unless the user has begun anew."""
        if self.stated != self.saved or draft == self.saved:
            return
        self.show_stated(draft)
        show_words(self._said, tr(_DRAFT))
        self.back.show()

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
        self.back = small_button(
            self,
            tr(_DISCARD),
            name=tr("Discard the draft, back to what is saved"),
            clicked=self._go_back,
        )
        self.back.setAutoDefault(False)
        self.back.hide()
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._make_buttons()
        layout.addWidget(self.buttons)
        self.resize(480, self.sizeHint().height())
