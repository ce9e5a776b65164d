"""Buttons beside each other, and below each other where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle

GAP: Final = 8
"""Between two of them."""


class FlowLayout(QLayout):
    """Rows of widgets, as many in each as fit; one row is its size hint."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a widget in."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one of them away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Need more height where there is less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high the rows are."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets where they fit."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one row."""
        sizes = [item.sizeHint() for item in seen(self._items)]
        width = sum(size.width() for size in sizes) + GAP * (len(sizes) - 1)
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest widget."""
        sizes = [item.minimumSize() for item in self._items]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        return flow(self._items, rect, put=self.put if move else None)

    def put(self, item: QLayoutItem, place: QRect, within: QRect) -> None:
        """Put a widget where it belongs, counted from the right where the language is."""
        parent = self.parentWidget()
        direction = Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
        item.setGeometry(QStyle.visualRect(direction, within, place))


def seen(items: Iterable[QLayoutItem]) -> list[QLayoutItem]:
    """Leave out those that are hidden, which need no room."""
    return [item for item in items if not item.isEmpty()]


def flow(
    items: Iterable[QLayoutItem],
    rect: QRect,
    *,
    put: Callable[[QLayoutItem, QRect, QRect], None] | None,
) -> int:
    """Arrange items in rows from the left and the top; return how high these are.

    Parameters
    ----------
    items : iterable of QLayoutItem
        Hidden ones need no room.
    rect : QRect
        Where there is room; its height does not matter.
    put : callable, optional
        Puts an item in its place within the rectangle.
    """
    left, top, height = rect.left(), rect.top(), 0
    for item in seen(items):
        size = item.sizeHint()
        if left > rect.left() and left + size.width() > rect.right() + 1:
            left, top, height = rect.left(), top + height + GAP, 0
        if put is not None:
            put(item, QRect(QPoint(left, top), size), rect)
        left += size.width() + GAP
        height = max(height, size.height())
    return top + height - rect.top()
