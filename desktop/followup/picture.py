"""A picture that is zoomed and moved together with another, and on which lines are drawn."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QGraphicsView, QWidget

from desktop.followup.line import nudged, paint_line
from desktop.look.picture_view import PictureView
from desktop.look.zoom import clamp

_FINISHING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class FollowPicture(PictureView):
    """Shows one image of a lesion.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    looked = Signal()
    """Another part is seen, or another size."""
    drawn = Signal(QLineF)
    """A line that the user has drawn, in pixels of the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleDescription("")
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMinimumSize(160, 120)
        self._drawing = False
        self._line: QLineF | None = None
        self._length = ""
        self._start: QPointF | None = None
        self.zoomed.connect(lambda _: self.looked.emit())

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture."""
        return not self._picture.pixmap().isNull()

    @property
    def line(self) -> QLineF | None:
        """The line that is drawn, in pixels of the picture."""
        return self._line

    @property
    def length(self) -> str:
        """What stands beside the line."""
        return self._length

    @property
    def magnification(self) -> float:
        """How large it is shown: 1 is fitted."""
        return self.transform().m11() / self._fit_scale()

    @property
    def centre(self) -> QPointF:
        """What is in the middle of the view, from the left and the top of the picture, 0 to 1."""
        size, at = self._picture.boundingRect(), self.scene_at_centre()
        if size.isEmpty():
            return QPointF(0.5, 0.5)
        return QPointF(at.x() / size.width(), at.y() / size.height())

    def look(self, centre: QPointF, *, magnification: float) -> None:
        """Show the same part at the same size as another picture does."""
        if not self.has_picture:
            return
        self._fitted = abs(magnification - 1) < 1e-6
        fitted = self._fit_scale()
        self._scale_to(clamp(magnification * fitted, smallest=fitted))
        size = self._picture.boundingRect()
        self.centerOn(QPointF(centre.x() * size.width(), centre.y() * size.height()))

    def replace_picture(self, picture: object) -> None:
        """Show another picture of the same size, at the place that is looked at."""
        centre, magnification = self.centre, self.magnification
        self.show_picture(picture)  # type: ignore[arg-type] # as the base takes it
        self.look(centre, magnification=magnification)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Begin a line."""
        if self._drawing and event.button() is Qt.MouseButton.LeftButton:
            self._start = self._point(event.position().toPoint())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """Draw it."""
        if self._start is not None:
            self.show_line(QLineF(self._start, self._point(event.position().toPoint())))
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        """End it."""
        if self._start is None:
            super().mouseReleaseEvent(event)
            return
        self._start = None
        if self._line is not None and self._line.length() > 0:
            self.drawn.emit(self._line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Draw with the arrows, and end with Enter."""
        key = Qt.Key(event.key())
        if self._drawing and key in _FINISHING and self._line is not None:
            self.drawn.emit(self._line)
        elif self._drawing and (moved := self._nudged(key, event)) is not None:
            self.show_line(moved)
        else:
            super().keyPressEvent(event)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802 - Qt's name
        """Paint the line at its own width whatever the zoom."""
        super().drawForeground(painter, rect)
        if self._line is not None:
            painter.resetTransform()
            ends = (self.mapFromScene(end) for end in (self._line.p1(), self._line.p2()))
            room = QRectF(self.viewport().rect())
            paint_line(painter, QLineF(*map(QPointF, ends)), self._length, room=room)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  # Qt's name
        """Tell that another part is seen."""
        super().scrollContentsBy(dx, dy)
        self.looked.emit()

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
