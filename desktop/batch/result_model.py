"""Results as an item model: sorted and filtered outside the GUI thread, fed in portions.

A proxy model would ask Python for every comparison; with ten thousand rows the window would stand
still for seconds. Here an order is made at once, in a thread, and what comes later is put where it
belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from desktop.batch.columns import COLUMNS
from desktop.batch.filters import AS_THEY_CAME, Arrangement, BatchFilters
from desktop.language.words import tr
from desktop.shell.plain_tip import plainly
from desktop.shell.row_model import Index

if TYPE_CHECKING:
    from core.batch.reading import Result
    from desktop.shell.background import Background

_NOWHERE = QModelIndex()


class ResultModel(QAbstractTableModel):
    """The results that are wanted, in the order that is wanted.

    Parameters
    ----------
    background : Background
        Where they are put in order.
    parent : QObject, optional
        As for any QObject.
    """

    arranging = Signal()
    """Another order or choice of rows is about to be shown."""
    arranged = Signal()
    """What is shown is what is wanted, after that has changed."""
    counted = Signal()
    """There are more or fewer rows."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._all: list[Result] = []
        self._shown: list[Result] = []  # ascending, whatever the order
        self._now = self._wanted = Arrangement()
        self._wish = 0

    @property
    def total(self) -> int:
        """How many results there are, shown or not."""
        return len(self._all)

    @property
    def results(self) -> list[Result]:
        """Those that are shown, in their order."""
        return self._shown[::-1] if self._now.descending else list(self._shown)

    def __getitem__(self, row: int) -> Result:
        return self._shown[self._place(row)]

    def set_results(self, results: Sequence[Result]) -> None:
        """Show other results."""
        self._wish += 1
        self.beginResetModel()
        self._all, self._shown = list(results), []
        self.endResetModel()
        self._arrange()

    def append(self, results: Sequence[Result]) -> None:
        """Show a portion more, each where it belongs; in the order of arrival all at once."""
        self._all += results
        wanted = [result for result in results if self._now.filters.accept(result)]
        if self._now.column == AS_THEY_CAME and not self._now.descending:
            self._insert(len(self._shown), wanted)
        else:
            for result in wanted:
                self._insert(self._now.place(result, among=self._shown), [result])
        self.counted.emit()

    def filter(self, filters: BatchFilters) -> None:
        """Show what is wanted."""
        self._wanted = replace(self._wanted, filters=filters)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order in which the results came."""
        descending = order is Qt.SortOrder.DescendingOrder
        self._wanted = replace(self._wanted, column=column, descending=descending)
        self._arrange()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a view asks for."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return plainly(column.words(self[index.row()]), role)
            case Qt.ItemDataRole.TextAlignmentRole if column.number:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(column.title)
            case Qt.ItemDataRole.ToolTipRole:
                return tr(column.tip)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _arrange(self) -> None:
        """Put all in order, in a thread; what comes meanwhile is added afterwards."""
        self._wish += 1
        known, wanted = tuple(self._all), self._wanted
        self._background.run(
            lambda: wanted.ascending(known),
            done=partial(self._show, self._wish, wanted, len(known)),
        )

    def _place(self, row: int) -> int:
        return len(self._shown) - 1 - row if self._now.descending else row

    def _insert(self, place: int, results: Sequence[Result]) -> None:
        if not results:
            return
        row = len(self._shown) - place if self._now.descending else place
        self.beginInsertRows(_NOWHERE, row, row + len(results) - 1)
        self._shown[place:place] = results
        self.endInsertRows()

    def _show(self, wish: int, arrangement: Arrangement, known: int, ordered: list[Result]) -> None:
        if wish != self._wish:
            return
        self.arranging.emit()
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index, self[index.row()]) for index in before]
        self._now, self._shown = arrangement, ordered
        rows = self._rows_of([result for _, result in kept])
        self.changePersistentIndexList(
            before, [self._index(rows.get(id(result)), at.column()) for at, result in kept]
        )
        self.layoutChanged.emit()
        late, self._all = self._all[known:], self._all[:known]
        self.append(late)
        self.arranged.emit()

    def _rows_of(self, results: Sequence[Result]) -> dict[int, int]:
        """Find the rows of some results, by identity."""
        if not results:
            return {}
        last = len(self._shown) - 1
        wanted = {id(result) for result in results}
        return {
            id(result): last - place if self._now.descending else place
            for place, result in enumerate(self._shown)
            if id(result) in wanted
        }

    def _index(self, row: int | None, column: int) -> QModelIndex:
        return QModelIndex() if row is None else self.index(row, column)
