"""The table of results: rows of one height, sorted by a click on a head, opened by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.batch.columns import COLUMNS
from desktop.language.words import tr
from desktop.shell.keys import ENTER

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from core.batch.reading import Result
    from desktop.batch.result_model import ResultModel

_WIDTHS: Final = (248, 232, 120, 120, 104, 136)
_MOST_KEPT: Final = 500
_AIR: Final = 10  # pixels above and below the words of a row


class ResultView(QTableView):
    """Shows a `ResultModel`.

    Parameters
    ----------
    model : ResultModel
        What is shown.
    parent : QWidget, optional
        As for any widget.
    """

    opened = Signal()
    """The user wants to look at the chosen images."""
    chosen_changed = Signal()

    def __init__(self, model: ResultModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self.setModel(model)
        self.setAccessibleName(tr("Results"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._set_heads()
        model.arranging.connect(self._choose_few)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    @property
    def chosen(self) -> list[Result]:
        """The rows that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._results[row] for row in rows]

    @property
    def chosen_count(self) -> int:
        """How many these are."""
        ranges = self.selectionModel().selection().toList()
        return sum(part.height() for part in ranges)

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column; -1 is the order in which the results came."""
        self.horizontalHeader().setSortIndicator(column, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what is chosen."""
        if event.key() in ENTER and self.chosen_count:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that others are chosen."""
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def _choose_few(self) -> None:
        """Give up a choice of so many rows that it would take long to find them again."""
        if self.chosen_count > _MOST_KEPT:
            self.selectionModel().reset()
            self.chosen_changed.emit()

    def _set_heads(self) -> None:
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        # With the view's own, each head would ask all rows whether they are chosen.
        heads.setSelectionModel(QItemSelectionModel(self._results, self))
        heads.setHighlightSections(False)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        heads.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        heads.setMinimumSectionSize(64)
