"""The labelled images as an item model."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.shell.row_model import RowModel
from desktop.similar.content import SimilarRow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage


class SimilarRole(IntEnum):
    """What a view can ask for besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class SimilarRows(RowModel[SimilarRow]):
    """The rows that the list shows."""

    def show_thumbnail(self, path: Path, image: QImage | None, *, missing: str = "") -> None:
        """Show the small picture of a file, or why there is none."""
        for place, row in enumerate(self._rows):
            if row.path == path:
                self._replace(place, replace(row, thumbnail=image, missing=missing))

    def _tell(self, row: SimilarRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.diagnosis
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case SimilarRole.ROW:
                return row
        return None
