"""The grid: cells in lines, in sections with headings, a hundred thousand of them if need be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from desktop.atlas.cell_delegate import CellDelegate, picture_frame
from desktop.atlas.grid_canvas import PAD, GridCanvas
from desktop.atlas.star import star_box
from desktop.language.words import tr
from desktop.shell.keys import ENTER
from desktop.shell.parts import heading_font

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from desktop.atlas.grid_model import GridModel

_FACTOR: Final = 1.15


class GridView(GridCanvas):
    """Shows a `GridModel`.

    Parameters
    ----------
    model : GridModel
        What is shown.
    parent : QWidget, optional
        As for any widget.
    """

    opened = Signal(int)
    """Row of the item that the user wants to see large."""
    chosen_changed = Signal()
    starred = Signal(int)
    """Row of the item whose star was clicked."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(tr("Images of the atlas"))
        self.setAccessibleDescription(tr("Enter shows one large"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._on_star = False

    @property
    def chosen(self) -> list[int]:
        """Rows that are chosen, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    @property
    def chosen_count(self) -> int:
        """How many these are."""
        return sum(part.height() for part in self.selectionModel().selection().toList())

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: Qt would ask for the words of every item."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current item."""
        if Qt.Key(event.key()) in ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Have a click on a star choose nothing."""
        self._on_star = self._press_star(event)
        if not self._on_star:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave out the end of a click on a star."""
        if not self._on_star:
            super().mouseReleaseEvent(event)
        self._on_star = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two quick clicks on a star as two clicks, and open nothing."""
        self._on_star = self._press_star(event)
        if not self._on_star:
            super().mouseDoubleClickEvent(event)

    def _press_star(self, event: QMouseEvent) -> bool:
        """Tell of a click on a star; whether it is one."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        box = star_box(picture_frame(self.visualRect(index)))
        if not (plain and index.isValid() and box.contains(place)):
            return False
        self.starred.emit(index.row())
        return True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that others are chosen."""
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells and headings that are to be seen anew."""
        painter = QPainter(self.viewport())
        offset = self.verticalScrollBar().value() - PAD
        top, bottom = event.rect().top() + offset, event.rect().bottom() + 1 + offset
        for section in self.cells.sections_within(top, bottom):
            self._paint_heading(painter, section)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~QStyle.StateFlag.State_HasFocus & ~QStyle.StateFlag.State_MouseOver
        hovered = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        for row in self.cells.rows_within(top, bottom):
            index = self.grid.index(row)
            option.rect = self.visualRect(index)
            option.state = plain | self._state(index, hovered)
            self.itemDelegate().paint(painter, option, index)

    def _state(self, index: QModelIndex, hovered: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_None
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            state |= QStyle.StateFlag.State_HasFocus
        if index == hovered and self.underMouse():
            state |= QStyle.StateFlag.State_MouseOver
        return state

    def _paint_heading(self, painter: QPainter, section: int) -> None:
        words, size = self.headings[section]
        room = self.seen(self.cells.heading_box(section)).adjusted(PAD, PAD, -PAD, 0)
        painter.setFont(heading_font(self.font(), factor=_FACTOR))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        text = tr("{name} ({n:,})", name=words, n=size)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
