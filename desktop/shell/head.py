"""A title with buttons: beside each other, or below each other where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayoutItem, QPushButton

from desktop.shell.flow import GAP, FlowLayout, flow, seen
from desktop.shell.parts import MARGIN


class HeadLayout(FlowLayout):
    """The title on one line with the buttons at its right; else it has its lines to itself.

    Parameters
    ----------
    title : QLabel
        Is not broken for the sake of the buttons.
    buttons : QPushButton
        In rows below the title where they do not fit beside it.
    """

    def __init__(self, title: QLabel, *buttons: QPushButton) -> None:
        super().__init__()
        self._title = title
        for widget in (title, *buttons):
            self.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Return the size with everything beside each other."""
        height = super().sizeHint().height()
        return QSize(self._title_width() + MARGIN + self._row_width(), height)

    def _title_width(self) -> int:
        metrics = self._title.fontMetrics()
        return metrics.size(Qt.TextFlag.TextSingleLine, self._title.text()).width() + 1

    def _row_width(self) -> int:
        widths = [item.sizeHint().width() for item in seen(self._items[1:])]
        return sum(widths) + GAP * (len(widths) - 1)

    def _place(self, rect: QRect, *, move: bool) -> int:
        beside = self.sizeHint().width() <= rect.width()
        return self._beside(rect, move=move) if beside else self._below(rect, move=move)

    def _beside(self, rect: QRect, *, move: bool) -> int:
        width = self._row_width()
        title = QRect(rect.topLeft(), QSize(rect.width() - width - MARGIN, 0))
        title.setHeight(self._title.heightForWidth(title.width()))
        row = rect.adjusted(rect.width() - width, 0, 0, 0)
        height = max(title.height(), self._rows(row, rect, move=move))
        if move:
            title.setHeight(height)  # the words stand in the middle of it
            self.put(self._items[0], title, rect)
        return height

    def _below(self, rect: QRect, *, move: bool) -> int:
        height = self._title.heightForWidth(rect.width())
        if move:
            self._items[0].setGeometry(QRect(rect.topLeft(), QSize(rect.width(), height)))
        rows = rect.adjusted(0, height + GAP, 0, 0)
        return height + GAP + self._rows(rows, rect, move=move)

    def _rows(self, rows: QRect, rect: QRect, *, move: bool) -> int:
        def put(item: QLayoutItem, place: QRect, _: QRect) -> None:
            self.put(item, place, rect)

        return flow(self._items[1:], rows, put=put if move else None)
