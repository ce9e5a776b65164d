"""Rows of one kind as an item model: what every list of ours shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.shell.plain_tip import plainly

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_NOWHERE = QModelIndex()


class RowModel(QAbstractListModel, Generic[Row]):
    """Holds rows; what a view is told of one is for its kind to say.

    Parameters
    ----------
    parent : QObject, optional
        As for any model.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: int) -> Row:
        return self._rows[row]

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a view asks for."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        return plainly(self._tell(self._rows[index.row()], role), role)

    def _tell(self, row: Row, role: int) -> object:
        """Return what a view asks for of a row; None where there is no such thing."""
        raise NotImplementedError  # each kind has its own; Qt's metaclass takes no ABC

    def _replace(self, place: int, row: Row) -> None:
        self._rows[place] = row
        self.dataChanged.emit(self.index(place), self.index(place))
