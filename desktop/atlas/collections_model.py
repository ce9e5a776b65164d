"""Collections as an item model: ticked where the chosen images are in them, renamed in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from desktop.language.words import tr
from desktop.look.words import images_words
from desktop.shell.plain_tip import plainly
from desktop.shell.row_model import Index

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from core.learning.store.records import Collection

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class CollectionRow:
    """One collection.

    Parameters
    ----------
    collection : Collection
        Which.
    here, elsewhere : int
        How many of its images the atlas has, and how many it has not.
    held : int
        How many of the chosen images it holds.
    """

    collection: Collection
    here: int
    elsewhere: int
    held: int

    @property
    def words(self) -> str:
        """Its name, and how many images it has."""
        name, images = self.collection.name, images_words(self.here)
        if self.elsewhere:
            return tr(
                "{name}: {images} here, {n:,} elsewhere", name=name, images=images, n=self.elsewhere
            )
        return tr("{name}: {images}", name=name, images=images)


class CollectionsModel(QAbstractListModel):
    """The collections that the dialog shows.

    Parameters
    ----------
    chosen : int
        How many images are chosen; with none, nothing can be ticked.
    parent : QObject, optional
        As for any QObject.
    """

    ticked = Signal(object, bool)
    """Collection, and whether the chosen images are to be in it."""
    renamed = Signal(object, str)
    """Collection, and the name that it is to have."""

    def __init__(self, chosen: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = chosen
        self._rows: tuple[CollectionRow, ...] = ()

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: int) -> CollectionRow:
        return self._rows[row]

    def show(self, rows: Iterable[CollectionRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be done with a row."""
        flags = super().flags(index) | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.chosen else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a view asks for."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return plainly(row.words, role)
            case Qt.ItemDataRole.EditRole:
                return row.collection.name
            case Qt.ItemDataRole.CheckStateRole if self.chosen:
                return self._state(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what the user wants; it is shown once it is kept."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.ticked.emit(row.collection, row.held < self.chosen)
        elif role == Qt.ItemDataRole.EditRole and str(value) != row.collection.name:
            self.renamed.emit(row.collection, str(value))
        return False

    def _state(self, row: CollectionRow) -> Qt.CheckState:
        if not row.held:
            return Qt.CheckState.Unchecked
        whole = row.held == self.chosen
        return Qt.CheckState.Checked if whole else Qt.CheckState.PartiallyChecked
