"""The star of a favourite in a cell of the grid: where it is, and how it looks."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF

_SIDE: Final = 28
"""Of what can be clicked, device-independent pixels."""
_OUTER, _INNER = 9.0, 3.8
_GROUND: Final = 0.85


def star_box(frame: QRect) -> QRect:
    """Where the star lies in the frame of a picture: its upper right corner."""
    return QRect(frame.right() + 1 - _SIDE, frame.top(), _SIDE, _SIDE)


def paint_star(painter: QPainter, frame: QRect, palette: QPalette, *, filled: bool) -> None:
    """Paint a favourite's star, or the outline of one that can be had."""
    box = QRectF(star_box(frame))
    ground = QColor(palette.color(QPalette.ColorRole.Base))
    ground.setAlphaF(_GROUND)  # readable over any picture
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(box.adjusted(2, 2, -2, -2))
    colour = palette.color(QPalette.ColorRole.Accent if filled else QPalette.ColorRole.Text)
    painter.setPen(QPen(colour, 1.5, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_star(box.center()))


def _star(centre: QPointF) -> QPolygonF:
    points = []
    for corner in range(10):
        angle, far = pi * corner / 5 - pi / 2, _INNER if corner % 2 else _OUTER
        points.append(centre + QPointF(far * cos(angle), far * sin(angle)))
    return QPolygonF(points)
