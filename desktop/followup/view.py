"""The follow-up of a lesion put together: it arranges and does nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.cases.message import Message
from desktop.followup.choices import Choices
from desktop.followup.panel import FollowPanel
from desktop.followup.stage import Stage
from desktop.followup.tools import FollowTools
from desktop.shell.parts import MARGIN, button_of, heading, show_words, text

if TYPE_CHECKING:
    from desktop.shell.actions import Actions


class FollowView(QFrame):
    """All widgets of a follow-up.

    Parameters
    ----------
    actions : Actions
        What its buttons trigger.
    parent : QWidget, optional
        As for any widget.
    """

    chosen = Signal(int, int)
    """Which of the two the user wants to change, 0 or 1, and to which image."""
    escaped = Signal()
    """The user wants to be rid of what is being done."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.back = button_of(actions["follow_back"], small=True)
        self._title = heading(self, factor=1.15)
        self._choices = Choices(self)
        self.choices = self._choices.boxes
        for side, choice in enumerate(self.choices):
            choice.currentIndexChanged.connect(partial(self._chose, side))
        self.tools = FollowTools(actions, self)
        self.stage = Stage(self)
        self.panel = FollowPanel(self)
        self._hint = text(self)
        self._hint.setContentsMargins(MARGIN, 8, MARGIN, 8)
        self._hint.hide()
        self.message = Message([], self)
        self._stack = QStackedWidget(self)
        self._pictures = QWidget(self)
        self._lay_out()

    def show_message(self, title: str, words: str) -> None:
        """Say why there is nothing to compare."""
        self.message.show_words(title, words)
        self._stack.setCurrentWidget(self.message)

    def show_title(self, words: str) -> None:
        """Say which lesion it is."""
        self._title.setText(words)

    @property
    def hint(self) -> str:
        """What is said below the pictures."""
        return self._hint.text() if self._hint.isVisibleTo(self) else ""

    def show_hint(self, words: str) -> None:
        """Say below the pictures how to draw, a length, or why there is none."""
        show_words(self._hint, words)

    def show_choices(self, days: Sequence[str], *, chosen: tuple[int, int]) -> None:
        """Offer all images, two of them as chosen."""
        for side, (choice, place) in enumerate(zip(self.choices, chosen, strict=True)):
            with QSignalBlocker(choice):
                choice.clear()
                for number, day in enumerate(days):
                    # The oldest is never the newer one of two, nor the newest the older.
                    if number != (len(days) - 1 if side == 0 else 0):
                        choice.addItem(day, number)
                choice.setCurrentIndex(choice.findData(place))
        self._choices.fit()
        self._stack.setCurrentWidget(self._pictures)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what is being done, or the follow-up."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _chose(self, side: int, index: int) -> None:
        if index >= 0:
            self.chosen.emit(side, self.choices[side].itemData(index))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 8, MARGIN, 0)
        head.setSpacing(MARGIN)
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._choices)
        left.addWidget(self.stage, 1)
        left.addWidget(self._hint)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(left, 1)
        beside.addWidget(self.panel)
        inner = QVBoxLayout(self._pictures)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.tools)
        inner.addLayout(beside, 1)
        self._stack.addWidget(self._pictures)
        self._stack.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
