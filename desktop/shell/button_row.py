"""Buttons in the middle: beside each other, or below each other where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent  # each name costs time before the first paint

_GAP = 8


class ButtonRow(QWidget):
    """A row that turns into a column; those that are hidden need no room.

    Parameters
    ----------
    buttons : sequence of QPushButton
        In their order.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = buttons
        for button in buttons:
            button.setParent(self)

    @property
    def wanted(self) -> int:
        """How wide it is with all beside each other, in pixels."""
        widths = self._widths()
        return sum(widths) + _GAP * max(0, len(widths) - 1)

    def fit(self) -> None:
        """Fit in the buttons that are shown by now."""
        self.updateGeometry()
        self._put()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below each other where there is too little room."""
        super().resizeEvent(event)
        self._put()

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the widest button."""
        return QSize(max(self._widths(), default=0), self._line)

    def sizeHint(self) -> QSize:
        """Want one line."""
        return QSize(self.wanted, self._line)

    def hasHeightForWidth(self) -> bool:
        """Need more height where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is."""
        lines = 1 if self.wanted <= width else len(self._shown())
        return lines * self._line + _GAP * (lines - 1)

    @property
    def _line(self) -> int:
        return max((button.sizeHint().height() for button in self._shown()), default=0)

    def _put(self) -> None:
        """Put them in the middle; in a column all are as wide as the widest."""
        shown, widths, line = self._shown(), self._widths(), self._line
        beside = self.wanted <= self.width()
        widest = max(widths, default=0)
        left, top = (self.width() - (self.wanted if beside else widest)) // 2, 0
        for button, width in zip(shown, widths, strict=True):
            size = QSize(width if beside else widest, line)
            at = self.width() - left - size.width() if self.isRightToLeft() else left
            button.setGeometry(QRect(QPoint(at, top), size))
            left, top = (left + width + _GAP, 0) if beside else (left, top + line + _GAP)

    def _widths(self) -> list[int]:
        return [button.sizeHint().width() for button in self._shown()]

    def _shown(self) -> list[QPushButton]:
        return [button for button in self._buttons if not button.isHidden()]
