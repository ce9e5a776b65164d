"""One thing that is asked: a line for each answer, with the key that chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton, QWidget

from desktop.language.words import tr
from desktop.shell.fonts import bold
from desktop.shell.parts import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

KEYS: Final = 9
"""Answers that a number key chooses; further ones are reached by the arrow keys."""


class AnswerButton(QRadioButton):
    """One answer."""

    entered = Signal()
    """It has the focus now."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusInEvent(event)
        self.entered.emit()


class AnswerGroup(QFrame):
    """Answers of which one is chosen; none to begin with.

    Parameters
    ----------
    asked : str
        The question.
    parent : QWidget, optional
        As for any widget.
    """

    chosen = Signal()
    """One is chosen, or another."""
    entered = Signal()
    """The user has come to it."""

    def __init__(self, asked: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "asked")
        self.setAccessibleName(asked)
        self.title = plain_label(self, asked)
        self.title.setWordWrap(True)
        self.title.setFont(bold(self.title.font()))
        self.buttons: tuple[AnswerButton, ...] = ()
        self._keys: list[QLabel] = []
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 4, 8, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.title, 0, 0, 1, 2)

    def offer(self, answers: Sequence[str]) -> None:
        """Offer these, none of them as chosen."""
        self._clear()
        made = []
        for number, words in enumerate(answers, start=1):
            button = AnswerButton(words.replace("&", "&&"), self)
            button.toggled.connect(lambda checked: self.chosen.emit() if checked else None)
            button.entered.connect(self.entered)
            key = plain_label(self, str(number) if number <= KEYS else "")
            key.setProperty("kind", "key" if number <= KEYS else "plain")
            if number <= KEYS:
                button.setAccessibleDescription(tr("Key {n}", n=number))
            self._group.addButton(button)
            self._grid.addWidget(key, number, 0)
            self._grid.addWidget(button, number, 1)
            self._keys.append(key)
            made.append(button)
            for widget in (key, button):
                widget.show()
        self.buttons = tuple(made)

    @property
    def number(self) -> int | None:
        """Place of the chosen one, from 0 on; None while none is."""
        return next((n for n, one in enumerate(self.buttons) if one.isChecked()), None)

    def choose(self, number: int) -> bool:
        """Choose one by its place, from 0 on; whether there is such a one."""
        if not 0 <= number < len(self.buttons):
            return False
        self.buttons[number].setChecked(True)
        return True

    def show_turn(self, *, mine: bool) -> None:
        """Show whether number keys choose here."""
        for key in self._keys:
            key.setEnabled(mine)
        if self.property("turn") != mine:
            self.setProperty("turn", mine)
            self.style().polish(self)

    def enter(self) -> None:
        """Take the focus, to the chosen one or to the first."""
        if self.buttons:
            self.buttons[self.number or 0].setFocus()

    def _clear(self) -> None:
        for widget in (*self._keys, *self.buttons):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._keys, self.buttons = [], ()
