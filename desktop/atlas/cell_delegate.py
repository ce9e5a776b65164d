"""Paints one item of the grid: its picture, its diagnosis, and who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.atlas.grid_model import AtlasRole
from desktop.atlas.star import paint_star
from desktop.language.words import tr
from desktop.shell.fonts import bold
from desktop.shell.paint import selection_ground
from desktop.shell.row_model import Index

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

    from desktop.atlas.words import Cell

PICTURE: Final = QSize(160, 120)
_PAD: Final = 8
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def cell_size(metrics: QFontMetrics) -> QSize:
    """Return the least width and the height of a cell."""
    return QSize(PICTURE.width() + 3 * _PAD, PICTURE.height() + 2 * metrics.height() + 3 * _PAD)


class CellDelegate(QStyledItemDelegate):
    """Paints one item."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        cell: Cell | None = index.data(AtlasRole.CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        _paint_ground(painter, option)
        room = _room(option.rect)
        _paint_picture(painter, option, room, index.data(AtlasRole.PICTURE))
        if cell is not None:
            _paint_words(painter, option, room, cell)
            filled = bool(index.data(AtlasRole.FAVOURITE))
            if filled or option.state & QStyle.StateFlag.State_MouseOver:
                paint_star(painter, picture_frame(option.rect), option.palette, filled=filled)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    state = option.state
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    if focused or state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
        selection_ground(painter, option.rect, option.palette, focused=focused)


def _paint_picture(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, picture: QImage | str | None
) -> None:
    if isinstance(picture, QImage):
        size = picture.size().scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(_centred(size, room), picture)
        return
    frame = _centred(PICTURE, room)
    painter.fillRect(frame, option.palette.color(QPalette.ColorRole.Midlight))
    if picture:
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(frame.adjusted(_PAD, 0, -_PAD, 0), int(flags), picture)


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, room: QRect, cell: Cell) -> None:
    line = QRect(0, 0, PICTURE.width(), option.fontMetrics.height())
    line.moveCenter(room.center())
    line.moveTop(room.bottom() + _PAD // 2)
    second = tr("Malignant · {words}", words=cell.patient) if cell.malignant else cell.patient
    for words, role, font in (
        (cell.title, QPalette.ColorRole.Text, bold(option.font)),
        (second.removesuffix(" · "), QPalette.ColorRole.PlaceholderText, option.font),
    ):
        painter.setFont(font)
        painter.setPen(option.palette.color(role))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _MIDDLE, shown)
        line.translate(0, line.height())


def picture_frame(cell: QRect) -> QRect:
    """Where the picture lies in a cell."""
    return _centred(PICTURE, _room(cell))


def _room(cell: QRect) -> QRect:
    room = QRect(cell)
    room.setHeight(PICTURE.height())
    return room.translated(0, _PAD).adjusted(_PAD, 0, -_PAD, 0)


def _centred(size: QSize, room: QRect) -> QRect:
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    return place
