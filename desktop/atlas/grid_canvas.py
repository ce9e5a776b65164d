"""A list whose cells lie where `Geometry` says: however many, their layout costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.atlas.cell_delegate import cell_size
from desktop.atlas.geometry import Box, Geometry
from desktop.shell.row_model import Index

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.atlas.grid_model import GridModel

_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_ENSURE: Final = QAbstractItemView.ScrollHint.EnsureVisible
PAD: Final = 8
"""Between the edge and the cells."""
_LINES: Final = {_Move.MoveUp: -1, _Move.MoveDown: 1}
_STEPS: Final = {
    _Move.MoveLeft: -1,
    _Move.MovePrevious: -1,
    _Move.MoveRight: 1,
    _Move.MoveNext: 1,
}


class GridCanvas(QListView):
    """Lays out, scrolls and finds cells in the place of Qt's own list.

    Parameters
    ----------
    model : GridModel
        What is shown.
    parent : QWidget, optional
        As for any widget.
    """

    moved = Signal()
    """Other rows are seen than before."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.headings: tuple[tuple[str, int], ...] = ()
        self.cells = Geometry((), width=1, cell=(1, 1))
        self.setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    @property
    def rows(self) -> range:
        """Rows that are seen."""
        top = self.verticalScrollBar().value()
        seen = self.cells.rows_within(top, top + self.viewport().height())
        return range(min(seen.start, len(self.grid)), min(seen.stop, len(self.grid)))

    @property
    def a_screen(self) -> int:
        """About how many rows are seen at once."""
        high = cell_size(self.fontMetrics()).height()
        return (self.viewport().height() // high + 2) * self.cells.columns

    def show_sections(self, headings: tuple[tuple[str, int], ...]) -> None:
        """Show sections with these headings and sizes; without any, all is one."""
        self.headings = headings
        self.scrollToTop()
        self.doItemsLayout()

    def doItemsLayout(self) -> None:
        """Reckon where cells lie; asks the model for nothing but their number."""
        cell = cell_size(self.fontMetrics())
        sizes = [size for _, size in self.headings] or [len(self.grid)] * bool(self.grid)
        if sum(sizes) != len(self.grid):  # the model is about to change
            sizes = [len(self.grid)] * bool(self.grid)
        self.cells = Geometry(
            sizes,
            width=max(1, self.viewport().width() - 2 * PAD),
            cell=(cell.width(), cell.height()),
            heading=self._heading_height() if self.headings else 0,
        )
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Fit the scroll bar."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.cells.height + 2 * PAD - high))
        bar.setPageStep(high)
        bar.setSingleStep(cell_size(self.fontMetrics()).height() // 3)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands at the top there."""
        first = self.rows.start
        self.doItemsLayout()
        if event.oldSize().width() != event.size().width() and first < len(self.grid):
            self.scrollTo(self.grid.index(first), _Hint.PositionAtTop)
        self.moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is seen, and paint what comes into sight."""
        self.viewport().scroll(dx, dy)
        self.moved.emit()

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen."""
        if not index.isValid() or index.row() >= self.cells.count:
            return QRect()
        return self.seen(self.cells.box(index.row()))

    def indexAt(self, p: QPoint) -> QModelIndex:
        """Return the cell at a point of the viewport."""
        left = self._mirror(p.x(), 1) - PAD
        row = self.cells.row_at(left, p.y() + self.verticalScrollBar().value() - PAD)
        return QModelIndex() if row is None else self.grid.index(row)

    def scrollTo(self, index: Index, hint: _Hint = _ENSURE) -> None:
        """Bring a cell into view."""
        if not index.isValid() or index.row() >= self.cells.count:
            return
        bar, high = self.verticalScrollBar(), self.viewport().height()
        box = self.cells.box(index.row())
        top, bottom = box.top, box.top + box.height + 2 * PAD
        if hint is _Hint.PositionAtTop or (hint is _ENSURE and top < bar.value()):
            bar.setValue(top)
        elif hint is _Hint.PositionAtCenter:
            bar.setValue(top + box.height // 2 - high // 2)
        elif hint is _Hint.PositionAtBottom or bottom > bar.value() + high:
            bar.setValue(bottom - high)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the cell that a key leads to."""
        del modifiers
        last = len(self.grid) - 1
        if last < 0:
            return QModelIndex()
        row = max(0, self.currentIndex().row())
        page = max(1, self.viewport().height() // cell_size(self.fontMetrics()).height())
        if not self.currentIndex().isValid() or action is _Move.MoveHome:
            row = 0
        elif action is _Move.MoveEnd:
            row = last
        elif action in _LINES:
            row = self.cells.beside(row, lines=_LINES[action])
        elif action in _STEPS:
            row = min(max(0, row + _STEPS[action]), last)
        else:
            down = action is _Move.MovePageDown
            row = self.cells.beside(row, lines=page if down else -page)
        return self.grid.index(row)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the cells within a rectangle of the viewport; between two cells, all of them."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        chosen = QItemSelection()
        if first.isValid() and last.isValid():
            ends = sorted((first.row(), last.row()))
            chosen.select(self.grid.index(ends[0]), self.grid.index(ends[1]))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Paint all that is seen anew where other cells are chosen."""
        del selection
        return QRegion(self.viewport().rect())

    def horizontalOffset(self) -> int:
        """Return nothing: there is no scrolling to the side."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Hide none."""
        del index
        return False

    def _heading_height(self) -> int:
        return 2 * self.fontMetrics().height() + PAD

    def seen(self, box: Box) -> QRect:
        """Where something is in the viewport now."""
        left = self._mirror(box.left + PAD, box.width)
        return QRect(left, box.top + PAD - self.verticalScrollBar().value(), box.width, box.height)

    def _mirror(self, left: int, width: int) -> int:
        return self.viewport().width() - left - width if self.isRightToLeft() else left
