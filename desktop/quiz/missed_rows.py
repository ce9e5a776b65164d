"""The answers of a quiz that were not right, as an item model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap

from desktop.shell.row_model import RowModel

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

PICTURE: Final = QSize(120, 90)
"""Room for each small picture."""


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


class MissedRows(RowModel[MissedRow]):
    """The rows that the list shows."""

    def show_picture(self, path: Path, picture: QImage) -> None:
        """Show the small picture of a file."""
        for place, row in enumerate(self._rows):
            if row.path == path:
                self._replace(place, replace(row, picture=picture))

    def _tell(self, row: MissedRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.name}\n{row.words}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}. {row.words}"
            case Qt.ItemDataRole.DecorationRole:
                return _blank() if row.picture is None else QIcon(QPixmap.fromImage(row.picture))
        return None


def _blank() -> QIcon:
    """Hold the place of a picture, so that no row moves when one comes."""
    blank = QPixmap(PICTURE)
    blank.fill(Qt.GlobalColor.transparent)
    return QIcon(blank)
