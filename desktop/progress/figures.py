"""The figures that are read first, as cards: as many beside each other as fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.shell.parts import MARGIN, heading, text, unbroken

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from core.report.learning_figures import Figure

_LETTERS: Final = 27
"""That a card has room for in a line."""
_MOST: Final = 5


class FigureCard(QFrame):
    """One figure.

    Parameters
    ----------
    figure : Figure
        Which.
    parent : QWidget
        As for any widget.
    """

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 12, MARGIN, 12)
        layout.setSpacing(4)
        layout.addWidget(text(self, figure.name))
        value = heading(self, factor=1.5)
        value.setText(unbroken(figure.value))
        layout.addWidget(value)
        layout.addWidget(text(self, unbroken(figure.details), quiet=True))
        layout.addStretch(1)


class Figures(QWidget):
    """All figures.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[FigureCard] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these in the place of others."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [FigureCard(one, self) for one in figures]
        self._arrange(self._fitting())

    def minimumSizeHint(self) -> QSize:
        """Need the width of one card: the others then stand below it."""
        widths = [card.minimumSizeHint().width() for card in self._cards]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many in a row as there is room for."""
        super().resizeEvent(event)
        if (columns := self._fitting()) != self._columns:
            self._arrange(columns)

    def _fitting(self) -> int:
        wanted = self.fontMetrics().averageCharWidth() * _LETTERS + 2 * MARGIN
        fits = max(1, min(_MOST, self.width() // wanted))
        rows = -(-len(self._cards) // fits) or 1
        return -(-len(self._cards) // rows) or 1  # rows that are about equally long

    def _arrange(self, columns: int) -> None:
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
