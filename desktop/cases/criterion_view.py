"""One criterion of a checklist, with its possible answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.language import again
from desktop.language.words import mark, tr
from desktop.shell.parts import heading, text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from core.checklists.checklist import Criterion

_OPEN: Final = mark("Not answered")
_IN_A_ROW: Final = 3
_SHORT: Final = 2
"""Letters of words that are so short that all of them stand in one row."""


class CriterionView(QWidget):
    """Asks about one criterion.

    Parameters
    ----------
    criterion : Criterion
        About which.
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self._state = text(self, quiet=True)
        self._state.setWordWrap(False)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not criterion.several)
        self.options = {one.code: self._option(one.words) for one in criterion.options}
        self._group.buttonToggled.connect(self._tell)
        self._lay_out()
        self._judge()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Codes of the options that are chosen."""
        return tuple(code for code, button in self.options.items() if button.isChecked())

    @property
    def state(self) -> str:
        """What stands beside its name."""
        return self._state.text()

    def choose(self, chosen: tuple[str, ...]) -> None:
        """Show an answer, or none."""
        self._group.setExclusive(False)
        for code, button in self.options.items():
            button.setChecked(code in chosen)
        self._group.setExclusive(not self.criterion.several)

    def _option(self, words: str) -> QAbstractButton:
        said = again(words)
        button = QCheckBox(said, self) if self.criterion.several else QRadioButton(said, self)
        button.setAccessibleName(f"{again(self.criterion.name)}: {said}")
        button.setAccessibleDescription(again(self.criterion.words))
        self._group.addButton(button)
        return button

    def _tell(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        points = self.criterion.points(self.chosen)
        self._state.setText(tr(_OPEN) if points is None else f"+ {points}")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        name = heading(self, factor=1.0)
        name.setText(again(self.criterion.name))
        head.addWidget(name, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(head)
        layout.addWidget(self._explained())
        layout.addLayout(self._options())

    def _explained(self) -> QLabel:
        return text(self, again(self.criterion.words), quiet=True)

    def _options(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        short = all(len(again(one.words)) <= _SHORT for one in self.criterion.options)
        columns = len(self.options) if short else _IN_A_ROW
        for place, button in enumerate(self.options.values()):
            grid.addWidget(button, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid
