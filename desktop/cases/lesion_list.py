"""The lesions that were found as an item model, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from desktop.cases.words import LesionRow
from desktop.shell.row_model import Index, RowModel


class LesionRole(IntEnum):
    """What a view can ask for besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class LesionList(RowModel[LesionRow]):
    """The rows that have come so far; a view that reaches their end gets more."""

    more_wanted = Signal(int)
    """How many rows there are, where the next page is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked = 0
        self.total = 0

    def show_first(self, rows: Sequence[LesionRow], *, total: int) -> None:
        """Show the first page of other rows."""
        self._asked = 0
        self.total = total
        self.set_rows(rows)

    def append(self, rows: Iterable[LesionRow]) -> None:
        """Show one page more."""
        new = list(rows)
        if not new:
            self.total = len(self)
            return
        self.beginInsertRows(QModelIndex(), len(self), len(self) + len(new) - 1)
        self._rows += new
        self.endInsertRows()

    def row_of(self, lesion_id: str) -> int | None:
        """Where a lesion stands; None where it is not among those that have come."""
        places = (place for place, row in enumerate(self._rows) if row.lesion_id == lesion_id)
        return next(places, None)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more than have come."""
        return not parent.isValid() and len(self) < self.total

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page, once."""
        if self.canFetchMore(parent) and self._asked != len(self):
            self._asked = len(self)
            self.more_wanted.emit(len(self))

    def _tell(self, row: LesionRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case LesionRole.ROW:
                return row
        return None
