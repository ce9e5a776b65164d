"""Which two images are compared: one list beside the other, or below it in a small window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QWidget

from desktop.followup.stage import NAMES
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, text

_GAP = 8
_SHORT = (mark("Older"), mark("Newer"))


class Choices(QWidget):
    """The two lists with their labels; their days are never cut off.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    boxes : (QComboBox, QComboBox)
        The older and the newer image.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = (QComboBox(self), QComboBox(self))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(MARGIN, 0, MARGIN, _GAP)
        self._halves = [self._half(*one) for one in zip(self.boxes, NAMES, _SHORT, strict=True)]
        for half in self._halves:
            self._layout.addWidget(half, 1)
        self._turn(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists below each other where there is too little room."""
        super().resizeEvent(event)
        self._turn(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Need no more width than one of the lists."""
        width = max(half.sizeHint().width() for half in self._halves) + 2 * MARGIN
        return QSize(width, super().minimumSizeHint().height())

    def fit(self) -> None:
        """Fit in what the lists offer by now."""
        self._turn(self.width())

    def _turn(self, width: int) -> None:
        # Both halves are as wide as the wider of them.
        needed = 2 * max(half.sizeHint().width() for half in self._halves) + 3 * MARGIN
        beside = needed <= width
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._layout.setSpacing(MARGIN if beside else _GAP)

    def _half(self, box: QComboBox, name: str, short: str) -> QWidget:
        half = QWidget(self)
        box.setAccessibleName(tr(name))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        grid = QGridLayout(half)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        label = text(half, tr(short), quiet=True)
        label.setWordWrap(False)
        widths = (label.fontMetrics().horizontalAdvance(tr(one)) for one in _SHORT)
        label.setMinimumWidth(max(widths) + 1)  # so that both lists begin in one line
        grid.addWidget(label, 0, 0)
        grid.addWidget(box, 0, 1)
        grid.setColumnStretch(1, 1)
        return half
