"""The items that are wanted as an item model: numbers at once, what is known of each when seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop.language.words import tr
from desktop.shell.plain_tip import plainly
from desktop.shell.row_model import Index

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.atlas.browse import View
    from desktop.atlas.words import Cell

_NOWHERE = QModelIndex()
_MOST: Final = 4000
"""Cells that are kept; what scrolls out of sight is fetched again."""


class AtlasRole(IntEnum):
    """What a view can ask for besides Qt's own roles."""

    CELL = Qt.ItemDataRole.UserRole + 1
    PICTURE = Qt.ItemDataRole.UserRole + 2
    FAVOURITE = Qt.ItemDataRole.UserRole + 3


class GridModel(QAbstractListModel):
    """Shows a `View`; cells and pictures come later, those that are seen first.

    Parameters
    ----------
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    view : View or None
        What is shown.
    favourites : frozenset of int
        Numbers of the items that are.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: View | None = None
        self.favourites: frozenset[int] = frozenset()
        self._cells: OrderedDict[int, Cell] = OrderedDict()
        self._pictures: dict[Path, QImage | str] = {}
        self._rows: dict[Path, list[int]] = {}

    def __len__(self) -> int:
        return 0 if self.view is None else len(self.view)

    def id_at(self, row: int) -> int:
        """Return the number of an item in its atlas."""
        if self.view is None:
            raise IndexError(row)
        return int(self.view.ids[row])

    def row_of(self, number: int) -> int | None:
        """Row of an item; None where it is not shown."""
        if self.view is None:
            return None
        found = (self.view.ids == number).nonzero()[0]
        return int(found[0]) if len(found) else None

    def cell(self, row: int) -> Cell | None:
        """Return what is known of an item, once it has been fetched."""
        return self._cells.get(self.id_at(row))

    def show(self, view: View | None, cells: Iterable[Cell] = ()) -> None:
        """Show other items, of which some cells are at hand."""
        self.beginResetModel()
        self.view = view
        self._keep(cells)
        self._rows = {}
        self.endResetModel()

    def forget(self) -> None:
        """Forget all cells, as those of another atlas."""
        self._cells.clear()
        self._pictures = {}

    def missing(self, rows: Iterable[int]) -> list[int]:
        """Numbers of the items in these rows whose cells are not at hand."""
        numbers = (self.id_at(row) for row in rows)
        return [number for number in numbers if number not in self._cells]

    def take(self, cells: Sequence[Cell], rows: range) -> None:
        """Take cells in, and repaint the rows that they are of."""
        self._keep(cells)
        if cells and len(rows) and rows.stop <= len(self):
            self.dataChanged.emit(self.index(rows.start), self.index(rows.stop - 1))

    def expect(self, rows: Iterable[int]) -> list[Path]:
        """Return the pictures that these rows need; those of other rows are forgotten."""
        self._rows = {}
        for row in rows:
            cell = self.cell(row)
            if cell is not None:
                self._rows.setdefault(cell.path, []).append(row)
        self._pictures = {path: one for path, one in self._pictures.items() if path in self._rows}
        return [path for path in self._rows if path not in self._pictures]

    def show_picture(self, path: Path, picture: QImage | str) -> None:
        """Show the small picture of a file, or say why there is none."""
        rows = self._rows.get(path, [])
        if rows:
            self._pictures[path] = picture
        for row in rows:
            if row < len(self):
                self.dataChanged.emit(self.index(row), self.index(row))

    def show_favourites(self, favourites: frozenset[int]) -> None:
        """Show other items as favourites."""
        if favourites != self.favourites:
            self.favourites = favourites
            if len(self):
                self.dataChanged.emit(self.index(0), self.index(len(self) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many items are shown."""
        return 0 if parent.isValid() else len(self)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a view asks for."""
        if not index.isValid() or index.row() >= len(self):
            return None
        if role == AtlasRole.FAVOURITE:
            return self.id_at(index.row()) in self.favourites
        cell = self.cell(index.row())
        return None if cell is None else plainly(self._known(cell, role), role)

    def _known(self, cell: Cell, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.title
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(cell)
            case AtlasRole.CELL:
                return cell
            case AtlasRole.PICTURE:
                return self._pictures.get(cell.path)
        return None

    def _spoken(self, cell: Cell) -> str:
        words = cell.spoken
        return tr("{words}, favourite", words=words) if cell.id in self.favourites else words

    def _keep(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            self._cells[cell.id] = cell
        while len(self._cells) > _MOST:
            self._cells.popitem(last=False)
