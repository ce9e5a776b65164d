"""The dialog about the ISIC archive: what is wanted, and how many there are of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from desktop.bringing.isic_form import IsicForm
from desktop.language.words import mark, tr
from desktop.shell.dialog_parts import dialog_button, row_at_end, row_of
from desktop.shell.parts import MARGIN, rule, text
from desktop.shell.scrolled import Scrolled, resize_within_screen

if TYPE_CHECKING:
    from desktop.bringing.isic_wish import IsicWish

_WIDTH: Final = 600
_ASKED: Final = mark(
    "Only when you press a button is {host} asked over the network, and the images come from "
    "where it keeps them. Nothing of yours is sent but what you choose here."
)


class IsicDialog(QDialog):
    """All widgets; it arranges and does nothing else.

    Parameters
    ----------
    wish : IsicWish
        With what the fields begin.
    host : str
        What would be asked.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, wish: IsicWish, host: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("From the ISIC archive"))
        self.form = IsicForm(wish)
        self.said = text(self)
        self.said.setAccessibleDescription(tr("What the archive says"))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.count = dialog_button(self, tr("How &many are there?"))
        self.fetch = dialog_button(self, tr("&Fetch"))
        self.leave = dialog_button(self, tr("C&lose"))
        self.leave.clicked.connect(self.reject)
        self._lay_out(tr(_ASKED, host=host))
        self.show_standing("", asking=False, fetchable=False, askable=True)

    def show_standing(self, words: str, *, asking: bool, fetchable: bool, askable: bool) -> None:
        """Show what the archive has said, and what can be done now."""
        self.said.setText(words)
        self.bar.setVisible(asking)
        self.count.setEnabled(askable and not asking)
        self.fetch.setEnabled(fetchable)
        for button, primary in ((self.fetch, fetchable), (self.count, not fetchable)):
            button.setProperty("kind", "primary" if primary else "plain")
            button.style().unpolish(button)
            button.style().polish(button)

    def _lay_out(self, words: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(text(self, words, quiet=True))
        layout.addWidget(rule(self))
        layout.addWidget(Scrolled(self.form, self), 1)
        layout.addWidget(rule(self))
        layout.addLayout(row_of(self.said, self.bar))
        layout.addLayout(row_at_end(self.count, self.fetch, self.leave))
        resize_within_screen(self, QSize(_WIDTH, self.sizeHint().height()))
