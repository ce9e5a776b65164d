"""The few shapes that our own delegates and widgets paint alike."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem


def rounded(painter: QPainter, rect: QRectF, colour: QColor, *, radius: float = 3) -> None:
    """Fill a rectangle with round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)


def selection_ground(painter: QPainter, rect: QRect, palette: QPalette, *, focused: bool) -> None:
    """Paint the ground of what is selected, with an edge so that it needs no colour to be seen."""
    accent = palette.color(QPalette.ColorRole.Accent)
    tint = QColor(accent)
    tint.setAlphaF(0.14)
    shape = QRectF(rect).adjusted(4, 2, -4, -2)
    rounded(painter, shape, tint, radius=4)
    if focused:
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), 4, 4)
    edge = QRectF(shape.left(), shape.top(), 4, shape.height())
    if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        edge.moveRight(shape.right())
    rounded(painter, edge, accent, radius=2)


def chosen_ground(painter: QPainter, option: QStyleOptionViewItem) -> bool:
    """Paint the ground of an item if it is chosen, and say whether it is."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        selection_ground(painter, option.rect, option.palette, focused=focused)
    return chosen


def current_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the ground of an item that the keys or the pointer are on, where none is chosen."""
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if focused or option.state & QStyle.StateFlag.State_MouseOver:
        selection_ground(painter, option.rect, option.palette, focused=focused)


def fitted(image: QImage, room: QRect) -> QRect:
    """Return where a picture is as large as a room allows, in its middle."""
    place = QRect(QPoint(), image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    place.moveCenter(room.center())
    return place


def mirrored(rect: QRect, option: QStyleOptionViewItem) -> QRect:
    """Return where a part of an item is, which where one reads from the right is its mirror."""
    return QStyle.visualRect(option.direction, option.rect, rect)
