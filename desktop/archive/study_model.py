"""The studies that an archive has found, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.language.words import mark, tr
from desktop.shell.plain_tip import plainly
from desktop.shell.row_model import Index

if TYPE_CHECKING:
    from core.dicomweb.studies import Study

_NOWHERE = QModelIndex()


class _Column(NamedTuple):
    title: str
    words: Callable[[Study], str]


_COLUMNS: Final = (
    _Column(mark("Day"), lambda one: _day(one.day)),
    _Column(mark("Patient ID"), lambda one: one.patient_id),
    _Column(mark("Patient"), lambda one: one.patient_name.replace("^", " ")),
    _Column(mark("Kind"), lambda one: one.modalities),
    _Column(mark("Description"), lambda one: one.description),
    _Column(mark("Objects"), lambda one: "" if one.objects is None else str(one.objects)),
)


class StudyModel(QAbstractTableModel):
    """Studies in the order in which the archive gives them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studies: tuple[Study, ...] = ()

    def __getitem__(self, row: int) -> Study:
        return self._studies[row]

    def set_studies(self, studies: Sequence[Study]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self._studies = tuple(studies)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._studies)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a view asks for."""
        if not self.checkIndex(index, QAbstractTableModel.CheckIndexOption.IndexIsValid):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            words = _COLUMNS[index.column()].words(self._studies[index.row()])
            return plainly(words, role)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_COLUMNS[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _day(words: str) -> str:
    """Write DICOM's day as ISO 8601 does."""
    whole = len(words) == len("20261121") and words.isdigit()
    return f"{words[:4]}-{words[4:6]}-{words[6:]}" if whole else words
