"""The rail at the left edge, which leads from place to place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.language.words import tr

_WIDTH = 80


class Rail(QFrame):
    """A button for each place, one of which is down.

    Parameters
    ----------
    actions : iterable of QAction
        One that goes to each place.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(tr("Places"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(4)
        for action in actions:
            layout.addWidget(self._button(action))
        layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Need room for the names of the places, however long they are."""
        needed = super().minimumSizeHint()
        return QSize(max(_WIDTH, needed.width()), needed.height())

    def sizeHint(self) -> QSize:
        """Need no more."""
        return self.minimumSizeHint()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("kind", "rail")
        button.setAccessibleName(action.iconText())
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button
