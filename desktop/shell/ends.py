"""Widgets at both ends of a line, or in lines below each other where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop.shell.flow import GAP, FlowLayout, flow


class EndsLayout(FlowLayout):
    """The first widget begins the line, the others end it; else it has a line to itself.

    Parameters
    ----------
    first, others : QWidget
        In their order.
    """

    def __init__(self, first: QWidget, *others: QWidget) -> None:
        super().__init__()
        for widget in (first, *others):
            self.addWidget(widget)

    def _place(self, rect: QRect, *, move: bool) -> int:
        def put(item: QLayoutItem, place: QRect, _: QRect) -> None:
            place.setHeight(height)  # words stand in the middle of it, as those of buttons do
            self.put(item, place, rect)

        height = self.sizeHint().height()
        within = put if move else None
        free = rect.width() - self.sizeHint().width()
        first = flow(self._items[:1], rect, put=within)
        if free >= 0:
            beside = rect.adjusted(self._items[0].sizeHint().width() + GAP + free, 0, 0, 0)
            return max(first, flow(self._items[1:], beside, put=within))
        below = rect.adjusted(0, first + GAP, 0, 0)
        return first + GAP + flow(self._items[1:], below, put=within)
