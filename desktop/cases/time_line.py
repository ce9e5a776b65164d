"""The images of a lesion from left to right: picture, day, finding."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.cases.image_cells import CellRole, ImageCells
from desktop.cases.page_content import ImageCell
from desktop.language.words import tr
from desktop.shell.fonts import bold
from desktop.shell.keys import OPENING
from desktop.shell.paint import current_ground, fitted, mirrored
from desktop.shell.row_model import Index

_PAD: Final = 8
_PICTURE: Final = QSize(144, 108)
_WIDTH: Final = _PICTURE.width() + 3 * _PAD
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CellDelegate(QStyledItemDelegate):
    """Paints one image."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002  # Qt's form
    ) -> QSize:
        """Return the same size for all."""
        return QSize(_WIDTH, _PICTURE.height() + 2 * option.fontMetrics.height() + 3 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one image."""
        cell: ImageCell = index.data(CellRole.CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        current_ground(painter, option)
        room = QRect(option.rect.topLeft(), _PICTURE).translated(2 * _PAD, _PAD)
        room = mirrored(room, option)
        _paint_picture(painter, option, room, cell)
        line = QRect(room.left(), room.bottom() + _PAD // 2, room.width(), 0)
        line.setHeight(option.fontMetrics.height())
        _paint_words(painter, option, line, cell)
        painter.restore()


def _paint_words(
    painter: QPainter, option: QStyleOptionViewItem, line: QRect, cell: ImageCell
) -> None:
    painter.setFont(bold(option.font))
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    painter.drawText(line, _LEFT, cell.day)
    line.translate(0, line.height())
    painter.setFont(option.font)
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
    share = "" if cell.missing else cell.share
    room = line.width() - option.fontMetrics.horizontalAdvance(f" {share}")
    words = cell.missing or cell.finding
    words = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, _LEFT, f"{words} {share}")


def _paint_picture(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, cell: ImageCell
) -> None:
    painter.fillRect(room, option.palette.color(QPalette.ColorRole.Midlight))
    if cell.thumbnail is not None:
        painter.drawImage(fitted(cell.thumbnail, room), cell.thumbnail)
    elif cell.missing:
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.setFont(bold(option.font))
        painter.drawText(room, _CENTRE, "?")


class TimeLine(QListView):
    """The images of a lesion; as high as they are, since the page scrolls.

    Parameters
    ----------
    cells : ImageCells
        The model.
    name : str
        Of the lesion, for screen readers.
    parent : QWidget, optional
        As for any widget.
    """

    opened = Signal(object)
    """ImageCell that the user wants to look at."""
    unwanted = Signal(object)
    """ImageCell that the user wants to delete."""

    report_wanted = Signal(object)
    """ImageCell on whose visit the user wants a report."""

    def __init__(self, cells: ImageCells, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(cells)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(tr("Images of {name}", name=name))
        self.setAccessibleDescription(
            tr("The oldest first; Enter shows one in Look, Delete deletes it")
        )
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.sizeHintForRow(0) + bar)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen image, or delete it."""
        if Qt.Key(event.key()) in OPENING and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        if Qt.Key(event.key()) is Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.unwanted.emit(self.currentIndex().data(CellRole.CELL))
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the image under the pointer, or the chosen one."""
        index = self.indexAt(event.pos())
        cell = (index if index.isValid() else self.currentIndex()).data(CellRole.CELL)
        if cell is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("&Look at it")).triggered.connect(lambda: self.opened.emit(cell))
        report = menu.addAction(tr("&Report on the visit of {day}…", day=cell.day))
        report.triggered.connect(lambda: self.report_wanted.emit(cell))
        menu.addAction(tr("&Delete…")).triggered.connect(lambda: self.unwanted.emit(cell))
        menu.popup(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(CellRole.CELL))
