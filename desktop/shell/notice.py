"""One line above the place for what the user should know now, with what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.language.words import tr
from desktop.shell.parts import text


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
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 8, 8)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
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
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text().replace("&", ""), self)
        button.setProperty("kind", "small")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        self._layout.insertWidget(self._layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)
        return button
