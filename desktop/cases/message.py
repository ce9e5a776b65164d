"""What stands in the place of the cases where there are none to show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.shell.button_row import ButtonRow
from desktop.shell.parts import heading, text

_WIDTH = 560


class Message(QFrame):
    """A heading, a few sentences, and what can be done.

    Parameters
    ----------
    buttons : sequence of QPushButton
        Ways on; `show_words` says which of them are offered.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _centred(heading(self))
        self._words = _centred(text(self))
        self._buttons = buttons
        holder = self._holder = QWidget(self)
        holder.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._words)
        self._row = ButtonRow(buttons, holder)
        column.addWidget(self._row)
        around = QHBoxLayout()
        around.addStretch(1)
        around.addWidget(holder, 100)
        around.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(around)
        layout.addStretch(3)

    @property
    def words(self) -> str:
        """What is read, heading and sentences."""
        return f"{self._title.text()}\n{self._words.text()}"

    def show_words(self, title: str, words: str = "", *, offer: Sequence[QPushButton] = ()) -> None:
        """Say something, and offer some of the buttons."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        for button in self._buttons:
            button.setVisible(button in offer)
        # However long the words of a language are.
        self._holder.setMaximumWidth(max(_WIDTH, self._row.wanted))
        self._row.fit()


def _centred(label: QLabel) -> QLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
