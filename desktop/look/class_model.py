"""All classes with their probabilities as an item model, the most probable first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from core.report.trust_words import is_novel
from core.wording import percent
from desktop.language.words import tr
from desktop.shell.row_model import RowModel

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class of one finding.

    Parameters
    ----------
    code, name : str
        As on the model's card.
    probability : float
        From 0 to 1.
    malignant : bool
        Whether it counts towards the malignant total.
    doubtful : bool
        Whether none of this is to be relied on, because the image looks like no lesion.
    """

    code: str
    name: str
    probability: float
    malignant: bool
    doubtful: bool = False

    @property
    def spoken(self) -> str:
        """The row in one sentence."""
        words = f"{self.name}: {percent(self.probability)}"
        return tr("{finding}, counted as malignant", finding=words) if self.malignant else words


def rows_of(analysis: Analysis, card: Card) -> tuple[ClassRow, ...]:
    """List all classes, the most probable first; equals stay in the card's order."""
    rows = [
        ClassRow(
            entry.code,
            entry.shown_name,
            analysis.probabilities[entry.code],
            entry.malignant,
            is_novel(analysis),
        )
        for entry in card.classes
    ]
    return tuple(sorted(rows, key=lambda row: -row.probability))


class ClassRole(IntEnum):
    """What a view can ask for besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class ClassModel(RowModel[ClassRow]):
    """The rows that the bars show."""

    def set_rows(self, rows: Sequence[ClassRow]) -> None:
        """Show other rows; equal ones leave the selection as it is."""
        if list(rows) != self._rows:
            super().set_rows(rows)

    def row_of(self, code: str) -> int | None:
        """Return the row of a class."""
        return next((place for place, row in enumerate(self._rows) if row.code == code), None)

    def code_at(self, row: int) -> str:
        """Return the class of a row."""
        return self._rows[row].code

    def _tell(self, row: ClassRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case ClassRole.ROW:
                return row
        return None
