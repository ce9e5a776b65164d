"""The labelled images as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.similar.content import SimilarRow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SimilarRole(IntEnum):
    """What a view can ask for besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class SimilarRows(QAbstractListModel):
    """The rows that the list shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SimilarRow] = []

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: int) -> SimilarRow:
        return self._rows[row]

    def set_rows(self, rows: Sequence[SimilarRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def show_thumbnail(self, path: Path, image: QImage | None, *, missing: str = "") -> None:
        """Show the small picture of a file, or why there is none."""
        for place, row in enumerate(self._rows):
            if row.path == path:
                self._rows[place] = replace(row, thumbnail=image, missing=missing)
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a view asks for."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.diagnosis
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case SimilarRole.ROW:
                return row
        return None
