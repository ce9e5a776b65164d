"""The opened images as an item model: what the filmstrip shows and the session changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop.look.entries import ImageEntry
from desktop.look.words import caption, spoken
from desktop.shell.plain_tip import plainly
from desktop.shell.row_model import Index

_NOWHERE = QModelIndex()


class ImageRole(IntEnum):
    """What a view can ask for besides Qt's own roles."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    """The ImageEntry itself."""
    CAPTION = Qt.ItemDataRole.UserRole + 2
    """The finding, or why there is none."""


class ImageList(QAbstractListModel):
    """All opened images, in the order in which they were opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[ImageEntry] = []
        self._rows: dict[int, int] = {}

    def __iter__(self) -> Iterator[ImageEntry]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, row: int) -> ImageEntry:
        return self._entries[row]

    def get(self, image: int | None) -> ImageEntry | None:
        """Return the image of this id, if it is still open."""
        row = None if image is None else self._rows.get(image)
        return None if row is None else self._entries[row]

    def row_of(self, image: int) -> int:
        """Return the row of an open image.

        Raises
        ------
        KeyError
            If it is not open.
        """
        return self._rows[image]

    def append(self, entries: Sequence[ImageEntry]) -> None:
        """Add images at the end."""
        if not entries:
            return
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
        self._entries.extend(entries)
        self._rows |= {entry.id: first + place for place, entry in enumerate(entries)}
        self.endInsertRows()

    def change(self, image: int, **values: Any) -> None:  # noqa: ANN401  # `replace` checks them
        """Change fields of an image; one that is no longer open is passed over."""
        row = self._rows.get(image)
        if row is None:
            return
        self._entries[row] = replace(self._entries[row], **values)
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def remove(self, image: int) -> None:
        """Take an image out."""
        row = self._rows[image]
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._entries[row]
        self._rows = {entry.id: place for place, entry in enumerate(self._entries)}
        self.endRemoveRows()

    def clear(self) -> None:
        """Take all images out."""
        self.beginResetModel()
        self._entries.clear()
        self._rows.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of images; a list has no rows below its rows."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a view asks for."""
        if not self.checkIndex(index, QAbstractListModel.CheckIndexOption.IndexIsValid):
            return None
        say = _SAYS.get(role)
        return plainly(say(self._entries[index.row()]), role) if say is not None else None


_SAYS: Final[dict[int, Callable[[ImageEntry], object]]] = {
    Qt.ItemDataRole.DisplayRole: lambda entry: entry.name,
    Qt.ItemDataRole.ToolTipRole: spoken,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.DecorationRole: lambda entry: entry.thumbnail,
    ImageRole.ENTRY: lambda entry: entry,
    ImageRole.CAPTION: caption,
}
