"""A line of text that gives way: where there is too little room, its end becomes an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget


class ElidedLabel(QLabel):
    """A label of one line that may be narrower than its text; it holds the whole of it.

    Parameters
    ----------
    words : str
        The text, never read as markup.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a few letters at least."""
        margins = self.contentsMargins()
        wanted = self.fontMetrics().averageCharWidth() * 6 + margins.left() + margins.right()
        return QSize(min(wanted, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        del event
        if not self.text():
            return
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
