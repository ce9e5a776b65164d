"""A line over a picture, drawn by mouse or keys, with its length in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

_INK: Final = QColor("#ffffff")
_EDGE: Final = QColor("#101418")
_TICK: Final = 6.0
_PAD: Final = 5.0
_NUDGES: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_FAST: Final = 10


def nudged(
    line: QLineF, key: Qt.Key, modifiers: Qt.KeyboardModifier, *, step: float
) -> QLineF | None:
    """Move an end of a line by an arrow key: its second, with Ctrl its first, with Shift faster.

    Returns
    -------
    QLineF or None
        None where the key is no arrow.
    """
    if key not in _NUDGES:
        return None
    fast = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    by = _NUDGES[key] * (step * (_FAST if fast else 1))
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return QLineF(line.p1() + by, line.p2())
    return QLineF(line.p1(), line.p2() + by)


def paint_line(painter: QPainter, line: QLineF, words: str, *, room: QRectF) -> None:
    """Paint a line, legible on skin and on pigment, with words beside it inside the room."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((_EDGE, 4.0), (_INK, 2.0)):
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(line)
        for tick in _ticks(line):
            painter.drawLine(tick)
    if words:
        paint_label(painter, words, near=line.center() + QPointF(0, -3 * _TICK), room=room)


def paint_label(painter: QPainter, words: str, *, near: QPointF, room: QRectF) -> None:
    """Paint words on a dark ground, as near to a point as the room allows."""
    size = QFontMetrics(painter.font()).size(0, words)
    box = QRectF(0, 0, size.width() + 2 * _PAD, size.height() + _PAD)
    box.moveCenter(near)
    box.moveLeft(min(max(box.left(), room.left()), room.right() - box.width()))
    box.moveTop(min(max(box.top(), room.top()), room.bottom() - box.height()))
    ground = QColor(_EDGE)
    ground.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(_INK)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


def _ticks(line: QLineF) -> list[QLineF]:
    """Short strokes across both ends."""
    if line.length() < 1:
        return []
    across = line.normalVector().unitVector()
    by = QPointF(across.dx(), across.dy()) * _TICK
    return [QLineF(end - by, end + by) for end in (line.p1(), line.p2())]
