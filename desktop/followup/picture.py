"""A picture of a lesion, on which lines are drawn."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QGraphicsView, QWidget

from desktop.followup.line import nudged, paint_line
from desktop.look.linked_picture import LinkedPicture

_FINISHING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class FollowPicture(LinkedPicture):
    """Shows one image of a lesion.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    drawn = Signal(QLineF)
    """A line that the user has drawn, in pixels of the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = False
        self._line: QLineF | None = None
        self._length = ""
        self._start: QPointF | None = None

    @property
    def line(self) -> QLineF | None:
        """The line that is drawn, in pixels of the picture."""
        return self._line

    @property
    def length(self) -> str:
        """What stands beside the line."""
        return self._length

    def set_drawing(self, *, on: bool) -> None:
        """Have the mouse draw lines instead of moving the picture."""
        self._drawing = on and self.has_picture
        modes = QGraphicsView.DragMode
        self.setDragMode(modes.NoDrag if self._drawing else modes.ScrollHandDrag)
        shape = Qt.CursorShape.CrossCursor if self._drawing else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)
        if not on:
            self.show_line(None)

    def show_line(self, line: QLineF | None, words: str = "") -> None:
        """Show a line with its length, or none."""
        self._line, self._length = line, words
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a line."""
        if self._drawing and event.button() is Qt.MouseButton.LeftButton:
            self._start = self._point(event.position().toPoint())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it."""
        if self._start is not None:
            self.show_line(QLineF(self._start, self._point(event.position().toPoint())))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if self._start is None:
            super().mouseReleaseEvent(event)
            return
        self._start = None
        if self._line is not None and self._line.length() > 0:
            self.drawn.emit(self._line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draw with the arrows, and end with Enter."""
        key = Qt.Key(event.key())
        if self._drawing and key in _FINISHING and self._line is not None:
            self.drawn.emit(self._line)
        elif self._drawing and (moved := self._nudged(key, event)) is not None:
            self.show_line(moved)
        else:
            super().keyPressEvent(event)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the line at its own width whatever the zoom."""
        super().drawForeground(painter, rect)
        if self._line is not None:
            painter.resetTransform()
            ends = (self.mapFromScene(end) for end in (self._line.p1(), self._line.p2()))
            room = QRectF(self.viewport().rect())
            paint_line(painter, QLineF(*map(QPointF, ends)), self._length, room=room)

    def _nudged(self, key: Qt.Key, event: QKeyEvent) -> QLineF | None:
        """Move the line; the first arrow makes one in the middle of what is seen."""
        wide = self.viewport().width() / 4 / self.transform().m11()
        middle, half = self.scene_at_centre(), QPointF(wide / 2, 0)
        line = self._line or QLineF(middle - half, middle + half)
        return nudged(line, key, event.modifiers(), step=1 / self.transform().m11())

    def _point(self, place: QPoint) -> QPointF:
        """Point of the picture under a place of the view, never beyond its edge."""
        point, size = self.mapToScene(place), self._picture.boundingRect()
        return QPointF(
            min(max(point.x(), 0.0), size.right()), min(max(point.y(), 0.0), size.bottom())
        )
