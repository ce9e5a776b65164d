"""The list of lesions as the user sees it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.cases.lesion_list import LesionList, LesionRole
from desktop.cases.words import UNSAVED, LesionRow
from desktop.language.words import tr
from desktop.shell.fonts import bold
from desktop.shell.keys import OPENING
from desktop.shell.paint import chosen_ground, mirrored
from desktop.shell.parts import MARGIN
from desktop.shell.row_model import Index

_PAD: Final = 8
_LINES: Final = 3
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class LesionDelegate(QStyledItemDelegate):
    """Paints one lesion in three lines."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002  # Qt's form
    ) -> QSize:
        """Return the same size for all, so that thousands need no measuring."""
        return QSize(160, _LINES * option.fontMetrics.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one lesion."""
        row: LesionRow = index.data(LesionRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen_ground(painter, option)
        lines = [words for words in (row.title, row.place, row.finding) if words]
        line = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        line.setHeight(option.fontMetrics.height())
        line.moveTop(option.rect.center().y() - len(lines) * line.height() // 2)
        taken = _write_mark(painter, option, line) if row.draft else 0
        for number, words in enumerate(lines):
            room = mirrored(line.adjusted(0, 0, 0 if number else -taken, 0), option)
            _write(painter, option, room, words, loud=not number)
            line.translate(0, line.height())
        painter.restore()


def _write_mark(painter: QPainter, option: QStyleOptionViewItem, line: QRect) -> int:
    """Write at the right that a draft waits, and say how much room that takes."""
    painter.setFont(option.font)
    painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(line, _RIGHT, tr(UNSAVED))
    return option.fontMetrics.horizontalAdvance(tr(UNSAVED)) + MARGIN


def _write(
    painter: QPainter, option: QStyleOptionViewItem, line: QRect, words: str, *, loud: bool
) -> None:
    role = QPalette.ColorRole.Text if loud else QPalette.ColorRole.PlaceholderText
    painter.setFont(bold(option.font) if loud else option.font)
    painter.setPen(option.palette.color(role))
    elide = Qt.TextElideMode.ElideRight
    painter.drawText(line, _LEFT, painter.fontMetrics().elidedText(words, elide, line.width()))


class LesionView(QListView):
    """The lesions, one below the other.

    Parameters
    ----------
    lesions : LesionList
        The model.
    several : bool
        Whether more than one can be chosen.
    parent : QWidget, optional
        As for any widget.
    """

    opened = Signal(object)
    """LesionRow that the user wants to see."""

    def __init__(
        self, lesions: LesionList, *, several: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(lesions)
        self.setItemDelegate(LesionDelegate(self))
        self.setObjectName("lesions")
        self.setAccessibleName(tr("Lesions"))
        self.setAccessibleDescription(
            tr("Those last changed first; Enter opens the patient's page")
        )
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._open)

    @property
    def chosen(self) -> list[LesionRow]:
        """The lesions that are chosen, from the top."""
        chosen = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [index.data(LesionRole.ROW) for index in chosen]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen lesion."""
        if Qt.Key(event.key()) in OPENING and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) > 1 or not self.selectionModel().isSelected(index):
            return  # the user is choosing several
        self.opened.emit(index.data(LesionRole.ROW))
