"""The row of all opened images, each with its finding, and the progress of the work on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.report.trust_words import is_novel
from desktop.language.words import tr
from desktop.look.entries import EntryState, ImageEntry
from desktop.look.image_list import ImageList, ImageRole
from desktop.look.words import caption, finding_percent
from desktop.shell.fonts import bold
from desktop.shell.paint import chosen_ground, fitted
from desktop.shell.row_model import Index

_PAD: Final = 8
_PICTURE: Final = QSize(80, 60)
_WIDTH: Final = 128
_SIGNS: Final = {
    EntryState.WAITING: "…",
    EntryState.FAILED: "!",
    EntryState.CANCELLED: "–",  # noqa: RUF001  # a dash, as a sign
}


class FilmDelegate(QStyledItemDelegate):
    """Paints one image: picture, name, finding."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002  # Qt's form
    ) -> QSize:
        """Return the same size for all, so that thousands need no measuring."""
        return QSize(_WIDTH, _height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one image."""
        entry: ImageEntry = index.data(ImageRole.ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        chosen = chosen_ground(painter, option)
        self._paint_picture(painter, option, entry)
        self._paint_words(painter, option, entry, chosen=chosen)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: ImageEntry
    ) -> None:
        left = option.rect.left() + (option.rect.width() - _PICTURE.width()) // 2
        room = QRect(left, option.rect.top() + _PAD, _PICTURE.width(), _PICTURE.height())
        if entry.thumbnail is not None:
            painter.drawImage(fitted(entry.thumbnail, room), entry.thumbnail)
        else:
            painter.fillRect(room, option.palette.color(QPalette.ColorRole.Midlight))
        novel = entry.analysis is not None and is_novel(entry.analysis)
        sign = "?" if novel else _SIGNS.get(entry.state)
        if sign:
            self._paint_sign(painter, option, room, sign)

    @staticmethod
    def _paint_sign(
        painter: QPainter, option: QStyleOptionViewItem, room: QRect, sign: str
    ) -> None:
        """Put a small badge with a character into the corner."""
        badge = QRect(room.right() - 19, room.top() + 4, 16, 16)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(option.palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(badge)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.setFont(bold(option.font))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), sign)

    @staticmethod
    def _paint_words(
        painter: QPainter, option: QStyleOptionViewItem, entry: ImageEntry, *, chosen: bool
    ) -> None:
        metrics = option.fontMetrics
        top = option.rect.top() + _PICTURE.height() + int(1.5 * _PAD)
        line = QRect(option.rect.left() + 12, top, _WIDTH - 24, metrics.height())
        centre = int(Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(bold(option.font) if chosen else option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(line, centre, _shortened(entry, painter, line))
        line.translate(0, metrics.height())
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(line, centre, _caption(entry, metrics, line.width()))


def _height(metrics: QFontMetrics) -> int:
    """Of one image with its two lines of words."""
    return _PICTURE.height() + 2 * metrics.height() + 3 * _PAD


def _caption(entry: ImageEntry, metrics: QFontMetrics, width: int) -> str:
    """Shorten the name of the finding, never its percentage."""
    share, elide = finding_percent(entry), Qt.TextElideMode.ElideRight
    if not share:
        return metrics.elidedText(caption(entry), elide, width)
    room = width - metrics.horizontalAdvance(f" {share}")
    return f"{metrics.elidedText(entry.finding_name, elide, room)} {share}"


def _shortened(entry: ImageEntry, painter: QPainter, line: QRect) -> str:
    elide = Qt.TextElideMode.ElideMiddle  # keeps the number and the suffix at the end
    return painter.fontMetrics().elidedText(entry.name, elide, line.width())


class Filmstrip(QListView):
    """The opened images, from left to right.

    Parameters
    ----------
    images : ImageList
        The model.
    parent : QWidget, optional
        As for any widget.
    """

    chosen = Signal(int)
    """Id of the image that the user wants to see."""
    choice_changed = Signal()
    """Others are chosen than before: see `chosen_images`."""

    def __init__(self, images: ImageList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self.setModel(images)
        self.setItemDelegate(FilmDelegate(self))
        self.setObjectName("filmstrip")
        self.setAccessibleName(tr("Filmstrip"))
        self.setAccessibleDescription(tr("All opened images with their findings"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setWrapping(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def chosen_images(self) -> list[int]:
        """Ids of the images that are chosen, from left to right; at least the one looked at."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._images[row].id for row in rows]

    def choose(self, images: Iterable[int | None]) -> None:
        """Show which images are chosen; the one looked at stays the one that is looked at."""
        chosen = QItemSelection()
        for image in images:
            if image is not None and self._images.get(image) is not None:
                index = self._images.index(self._images.row_of(image))
                chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that others are chosen."""
        super().selectionChanged(selected, deselected)
        self.choice_changed.emit()

    def select(self, image: int | None) -> None:
        """Show which image is looked at; it may be one of several that are chosen."""
        if self._images.get(image) is None or image is None:
            self.clearSelection()
            return
        index = self._images.index(self._images.row_of(image))
        if index != self.currentIndex() or not self.selectedIndexes():
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def sizeHint(self) -> QSize:
        """Be as high as one image and the scroll bar."""
        return QSize(
            4 * _WIDTH, _height(self.fontMetrics()) + self.horizontalScrollBar().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        """Give up width, but no height."""
        return QSize(_WIDTH, self.sizeHint().height())

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._images[current.row()].id)
