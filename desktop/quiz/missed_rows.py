"""The answers of a quiz that were not right, as an item model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPixmap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class MissedRow:
    """One answer.

    Parameters
    ----------
    number : int
        Of its question.
    path : Path, optional
        Of the image; None where that has left the atlas.
    name, words : str
        What it is; what was said.
    picture : QImage, optional
        Small, once it is read.
    """

    number: int
    path: Path | None
    name: str
    words: str
    picture: QImage | None = None


class MissedRows(QAbstractListModel):
    """The rows that the list shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[MissedRow] = []

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: int) -> MissedRow:
        return self._rows[row]

    def set_rows(self, rows: Sequence[MissedRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def show_picture(self, path: Path, picture: QImage) -> None:
        """Show the small picture of a file."""
        for place, row in enumerate(self._rows):
            if row.path == path:
                self._rows[place] = replace(row, picture=picture)
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
                return f"{row.name}\n{row.words}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}. {row.words}"
            case Qt.ItemDataRole.DecorationRole:
                return None if row.picture is None else QIcon(QPixmap.fromImage(row.picture))
        return None
