"""What is to be known of an atlas, as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop.language.words import mark, tr
from desktop.shell.plain_tip import plain_tip
from desktop.shell.row_model import Index

if TYPE_CHECKING:
    from core.atlas.remarks import About, Remark

_NOWHERE = QModelIndex()
HEADS: Final = (mark("About"), mark("File"), mark("Other file"), mark("What"))
ABOUT: Final = {
    "DAMAGE": mark("Damaged"),
    "CONTRADICTION": mark("Different diagnoses"),
    "LEFT_OUT": mark("Left out"),
    "COPY": mark("Shows the same"),
}
"""By name, because their own module is slow to import."""


class RemarkModel(QAbstractTableModel):
    """A row for each remark.

    Parameters
    ----------
    remarks : sequence of Remark
        All of them.
    parent : QObject, optional
        As for any QObject.
    """

    def __init__(self, remarks: Sequence[Remark], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.every = tuple(remarks)
        self.shown = self.every

    def narrow(self, about: About | None) -> None:
        """Show those of one kind; None for all."""
        self.beginResetModel()
        self.shown = tuple(one for one in self.every if about in (None, one.about))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each remark that is shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """About, two files, and the sentence."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell its words; in full where one rests on it."""
        if not index.isValid():
            return None
        remark = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(remark, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            files = [str(path) for path in (remark.path, remark.other) if path is not None]
            return plain_tip("\n".join([*files, remark.words]))
        return None


def _cell(remark: Remark, column: int) -> str:
    match column:
        case 0:
            return tr(ABOUT[remark.about.name])
        case 1:
            return f"{remark.path.parent.name}/{remark.path.name}"
        case 2:
            other = remark.other
            return "" if other is None else f"{other.parent.name}/{other.name}"
        case _:
            return remark.words
