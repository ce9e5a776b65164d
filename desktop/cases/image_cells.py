"""The images of one lesion as an item model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.cases.page_content import ImageCell
from desktop.shell.row_model import RowModel

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.image_source import ImageSource


class CellRole(IntEnum):
    """What a view can ask for besides Qt's own roles."""

    CELL = Qt.ItemDataRole.UserRole + 1


class ImageCells(RowModel[ImageCell]):
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
        self._rows = list(cells)

    def show_thumbnail(
        self, source: ImageSource, image: QImage | None, *, missing: str = ""
    ) -> None:
        """Show the small picture of an image, or say why there is none."""
        for place, cell in enumerate(self._rows):
            if cell.source == source:
                self._replace(place, replace(cell, thumbnail=image, missing=missing))

    def _tell(self, cell: ImageCell, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.day
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell.spoken
            case CellRole.CELL:
                return cell
        return None
