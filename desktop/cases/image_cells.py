"""The images of one lesion as an item model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.cases.page_content import ImageCell

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.image_source import ImageSource

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CellRole(IntEnum):
    """What a view can ask for besides Qt's own roles."""

    CELL = Qt.ItemDataRole.UserRole + 1


class ImageCells(QAbstractListModel):
    """Images in the order of time; their small pictures come later.

    Parameters
    ----------
    cells : iterable of ImageCell
        All of them.
    parent : QObject, optional
        As for any QObject.
    """

    def __init__(self, cells: Iterable[ImageCell], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells = list(cells)

    def __len__(self) -> int:
        return len(self._cells)

    def __getitem__(self, row: int) -> ImageCell:
        return self._cells[row]

    def show_thumbnail(
        self, source: ImageSource, image: QImage | None, *, missing: str = ""
    ) -> None:
        """Show the small picture of an image, or say why there is none."""
        for row, cell in enumerate(self._cells):
            if cell.source == source:
                self._cells[row] = replace(cell, thumbnail=image, missing=missing)
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of images."""
        return 0 if parent.isValid() else len(self)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a view asks for."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        cell = self._cells[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.day
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell.spoken
            case CellRole.CELL:
                return cell
        return None
