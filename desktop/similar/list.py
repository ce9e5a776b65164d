"""The list of labelled images: picture, diagnosis, distance, how confirmed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.language.words import tr
from desktop.shell.fonts import bold
from desktop.shell.keys import OPENING
from desktop.shell.paint import current_ground, fitted, mirrored
from desktop.shell.row_model import Index
from desktop.similar.content import SimilarRow
from desktop.similar.rows import SimilarRole, SimilarRows

_PAD: Final = 8
_PICTURE: Final = QSize(80, 60)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SimilarDelegate(QStyledItemDelegate):
    """Paints one labelled image."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002  # Qt's form
    ) -> QSize:
        """Return the same size for all."""
        lines = 3 * option.fontMetrics.height()
        return QSize(_PICTURE.width(), max(_PICTURE.height(), lines) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one image."""
        row: SimilarRow = index.data(SimilarRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        current_ground(painter, option)
        self._paint_picture(painter, option, row)
        self._paint_words(painter, option, row)
        painter.restore()

    @staticmethod
    def _paint_picture(painter: QPainter, option: QStyleOptionViewItem, row: SimilarRow) -> None:
        top = option.rect.top() + (option.rect.height() - _PICTURE.height()) // 2
        room = mirrored(QRect(QPoint(option.rect.left() + _PAD, top), _PICTURE), option)
        if row.thumbnail is not None:
            painter.drawImage(fitted(row.thumbnail, room), row.thumbnail)
            return
        painter.fillRect(room, option.palette.color(QPalette.ColorRole.Midlight))
        if row.missing:
            painter.setPen(option.palette.color(QPalette.ColorRole.Text))
            painter.setFont(bold(option.font))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), "?")

    @staticmethod
    def _paint_words(painter: QPainter, option: QStyleOptionViewItem, row: SimilarRow) -> None:
        height = option.fontMetrics.height()
        left = option.rect.left() + 5 * _PAD // 2 + _PICTURE.width()
        line = QRect(left, 0, option.rect.right() - _PAD - left, height)
        line.moveTop(option.rect.center().y() - (3 * height) // 2)
        line = mirrored(line, option)
        lines = (
            (row.diagnosis, True),
            (_with_tag(tr("Distance {distance}", distance=row.distance), row), False),
            (row.missing or row.confirmed[:1].upper() + row.confirmed[1:], False),
        )
        for words, loud in lines:
            role = QPalette.ColorRole.Text if loud else QPalette.ColorRole.PlaceholderText
            painter.setFont(bold(option.font) if loud else option.font)
            painter.setPen(option.palette.color(role))
            metrics = painter.fontMetrics()
            elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, _LEFT, elided)
            line.translate(0, height)


def _with_tag(words: str, row: SimilarRow) -> str:
    return tr("{words} · malignant", words=words) if row.malignant else words


class SimilarList(QListView):
    """All labelled images that were found; as high as they are, since the panel scrolls.

    Parameters
    ----------
    rows : SimilarRows
        The model.
    parent : QWidget, optional
        As for any widget.
    """

    opened = Signal(int)
    """Row of the image that the user wants to see large."""

    def __init__(self, rows: SimilarRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(SimilarDelegate(self))
        self.setObjectName("similar")
        self.setAccessibleName(tr("Similar images"))
        self.setAccessibleDescription(tr("The nearest first; Enter shows one large"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        rows.modelReset.connect(self._fit_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the chosen image large."""
        if Qt.Key(event.key()) in OPENING and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as all rows."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        rows = self.model().rowCount()
        self.setFixedHeight(rows * self.sizeHintForRow(0) + 2 if rows else 0)
