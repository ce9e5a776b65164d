"""One line above the place for what the user should know now, with what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.language.words import tr
from desktop.shell.parts import text

_WORDS: Final = 400
"""Pixels that the words have beside buttons, at the least."""


class NoticeBar(QFrame):
    """Shows the newest notice until it is closed or another takes its place.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._words = text(self)
        self._words.setAccessibleDescription(tr("Notice"))
        self._buttons: list[QPushButton] = []
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(tr("Close this notice"))
        close.setAccessibleName(tr("Close this notice"))
        close.clicked.connect(self.hide)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(0)  # at the left where they stand below
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inner.setSpacing(8)
        self._inner.addWidget(self._words, 1)
        self._inner.addLayout(self._row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(self._inner, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        """What is shown; empty if nothing is."""
        return self._words.text() if not self.isHidden() else ""

    def tell(self, words: str, actions: Iterable[QAction] = ()) -> None:
        """Show a sentence and buttons for some actions."""
        self._words.setText(words)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(action) for action in actions]
        self._fit(self.width())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where these would have too little room."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        taken = sum(button.sizeHint().width() + 8 for button in self._buttons)
        beside = width - taken >= _WORDS or not self._buttons
        directions = QBoxLayout.Direction
        self._inner.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text().replace("&", ""), self)
        button.setProperty("kind", "small")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)
        return button
