"""Where a note is written; what is being written is never lost."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.cases.drafted_dialog import DraftedDialog
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, heading, show_words

_DRAFT: Final = mark("You wrote this before, and did not save it.")
_THEIRS: Final = mark(
    "Somebody else has changed this note meanwhile. Below is what they wrote; above is yours. "
    "Nothing was overwritten: save what is right, from either or from both."
)


class NoteDialog(DraftedDialog[str]):
    """The dialog; whoever opens it keeps what it says, and closes it.

    Parameters
    ----------
    title : str
        About whom or what.
    saved : str
        The text as it is kept.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, title: str, saved: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Note"), parent)
        self._saved = saved
        self.edit = QPlainTextEdit(saved, self)
        self.edit.setAccessibleName(tr("Note"))
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(tr("A note that is emptied is deleted") if saved else "")
        self.theirs = QPlainTextEdit(self)
        self.theirs.setReadOnly(True)
        self.theirs.setAccessibleName(tr("What somebody else wrote"))
        self.theirs.hide()
        self.back = QPushButton(tr("Back to the saved text"), self)
        self.back.setProperty("kind", "small")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self._go_back)
        self.back.hide()
        self._make_buttons()
        self.edit.textChanged.connect(self._judge)
        self.edit.textChanged.connect(self._changed)
        self._lay_out(title)
        self._judge()

    @property
    def stated(self) -> str:
        """The text as it is written here."""
        return self.edit.toPlainText()

    def offer_draft(self, draft: str) -> None:
        """Go on with what was not saved, unless the user has begun anew."""
        if self.stated != self._saved or draft == self._saved:
            return
        self.edit.setPlainText(draft)
        show_words(self._said, tr(_DRAFT))
        self.back.show()

    def show_theirs(self, theirs: str) -> None:
        """Show what somebody else wrote beside the user's own words."""
        self._saved = theirs
        self.theirs.setPlainText(theirs)
        self.theirs.show()
        self.back.setText(tr("Take theirs"))
        self.back.show()
        show_words(self._said, tr(_THEIRS))

    def _go_back(self) -> None:
        self.edit.setPlainText(self._saved)

    def _judge(self) -> None:
        """Save only what is new; a note that is emptied goes."""
        written = self.stated
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        says_something = bool(written.strip() or self._saved)
        save.setEnabled(says_something and written != self._saved)

    def _lay_out(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        name = heading(self, factor=1.15)
        name.setText(title)
        for widget in (name, self.edit, self._said, self.theirs):
            layout.addWidget(widget, int(widget is self.edit))
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.buttons)
        self.resize(520, 420)
