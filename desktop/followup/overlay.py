"""Two images over each other: the one in turn with the other, or side by side in one frame."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.followup.line import paint_label
from desktop.followup.picture import FollowPicture
from desktop.language.words import tr

_GRIP: Final = 12  # pixels from the divider at which it is taken hold of
_STEP: Final = 0.05
_STEPS: Final = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
_ENDS: Final = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}


class OverlayPicture(FollowPicture):
    """Shows the older image left of a divider and the newer right of it.

    Without a divider all of the one or of the other is shown, which is how they blink.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    flipped = Signal()
    """The user wants to see the other image now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._newer = QPixmap()
        self._place = QRectF()
        self._outlines = (QPixmap(), QPixmap())
        self._names = ("", "")
        self._split = 0.5
        self._swiping = True
        self._held = False

    @property
    def split(self) -> float:
        """Where the divider stands, from the left of the view, 0 to 1."""
        return self._split

    def show_pair(self, older: QImage | None, newer: QImage | None) -> None:
        """Show two images; the newer as large as it fits into the frame of the older."""
        self._newer = _pixmap(newer)
        self.show_picture(older if newer is not None else None)
        frame = self._picture.boundingRect()
        size = QSizeF(self._newer.size()).scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._place = QRectF(QPointF(), size)
        self._place.moveCenter(frame.center())

    def show_outlines(self, older: QImage | None, newer: QImage | None) -> None:
        """Draw an outline over each image, stretched to it, or none."""
        self._outlines = (_pixmap(older), _pixmap(newer))
        self.viewport().update()

    def name(self, older: str, newer: str) -> None:
        """Say what is written over each image."""
        self._names = (older, newer)
        self.viewport().update()

    def swipe(self, split: float) -> None:
        """Put the divider somewhere."""
        self._swiping, self._split = True, min(max(split, 0.0), 1.0)
        self.setAccessibleDescription(
            tr("Divider at {percent} percent", percent=round(100 * self._split))
        )
        self.viewport().update()

    def show_one(self, *, newer: bool) -> None:
        """Show all of the one image, without a divider."""
        self._swiping, self._split = False, 0.0 if newer else 1.0
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the newer image, the divider and the names."""
        if self.has_picture and not self._newer.isNull():
            place = self._split * self.viewport().width()
            painter.save()
            frame = self._picture.boundingRect()
            _draw(painter, self._outlines[0], frame)
            self._paint_newer(painter, place, frame)
            self._paint_names(painter, place)
            painter.restore()
        super().drawForeground(painter, rect)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider."""
        self._held = self._on_divider(event)
        if not self._held:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._held:
            self.swipe(event.position().x() / self.viewport().width())
            return
        shape = Qt.CursorShape.SplitHCursor if self._on_divider(event) else None
        super().mouseMoveEvent(event)
        if shape is not None:
            self.viewport().setCursor(shape)
        elif not event.buttons():
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        if self._held:
            self._held = False
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the divider, or show the other image."""
        key = Qt.Key(event.key())
        if self._swiping and key in _STEPS:
            self.swipe(self._split + _STEPS[key])
        elif self._swiping and key in _ENDS:
            self.swipe(_ENDS[key])
        elif not self._swiping and key is Qt.Key.Key_Space:
            self.flipped.emit()
        else:
            super().keyPressEvent(event)

    def _on_divider(self, event: QMouseEvent) -> bool:
        place = self._split * self.viewport().width()
        return self._swiping and abs(event.position().x() - place) <= _GRIP

    def _paint_newer(self, painter: QPainter, place: float, frame: QRectF) -> None:
        """Paint the newer image right of the divider, in the frame of the older."""
        right = QRectF(self.viewport().rect())
        right.setLeft(place)
        painter.resetTransform()
        painter.setClipRect(right)
        painter.setTransform(self.viewportTransform())
        painter.fillRect(frame, self.palette().color(QPalette.ColorRole.Midlight))
        _draw(painter, self._newer, self._place)
        _draw(painter, self._outlines[1], self._place)
        painter.resetTransform()
        painter.setClipping(False)

    def _paint_names(self, painter: QPainter, place: float) -> None:
        room = QRectF(self.viewport().rect()).adjusted(8, 8, -8, -8)
        older, newer = self._names
        if not self._swiping:
            paint_label(painter, newer if place == 0 else older, near=room.topLeft(), room=room)
            return
        paint_label(painter, older, near=room.topLeft(), room=room)
        paint_label(painter, newer, near=room.topRight(), room=room)
        _paint_divider(painter, place, self.viewport().rect().height())


def _pixmap(image: QImage | None) -> QPixmap:
    return QPixmap() if image is None else QPixmap.fromImage(image)


def _draw(painter: QPainter, picture: QPixmap, place: QRectF) -> None:
    if not picture.isNull():
        painter.drawPixmap(place, picture, QRectF(picture.rect()))


def _paint_divider(painter: QPainter, place: float, height: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor("#101418"), 4.0), (QColor("#ffffff"), 2.0)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(place, 0), QPointF(place, height))
    painter.setPen(QPen(QColor("#101418"), 1))
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(QPointF(place, height / 2), _GRIP, _GRIP)
    painter.drawText(
        QRectF(place - _GRIP, height / 2 - _GRIP, 2 * _GRIP, 2 * _GRIP),
        int(Qt.AlignmentFlag.AlignCenter),
        "↔",
    )
