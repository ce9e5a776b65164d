"""Where a patient's lesions are: numbered dots on the body map, and their names beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.bodymap.dots import DotMap
from desktop.bodymap.places import spot_of
from desktop.language.words import mark, tr
from desktop.shell.elided_label import ElidedLabel
from desktop.shell.parts import MARGIN, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.cases.page_content import LesionSection

_ROWS: Final = 11
_MOST: Final = 2 * _ROWS
_MORE: Final = mark("and {number} more below")
_MISSING: Final = mark("Not on the map, since place or side is not stated: {names}.")


class Where(QWidget):
    """Shows where lesions are.

    Parameters
    ----------
    sections : sequence of LesionSection
        The lesions; the first is number 1.
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    map : DotMap
        With those of which it is known.
    """

    wanted = Signal(str)
    """Id of the lesion that the user wants to see."""

    def __init__(self, sections: Sequence[LesionSection], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        numbered = list(enumerate(sections, start=1))
        spots = [(number, spot_of(one.lesion), one) for number, one in numbered]
        dots = [(number, spot, one.title) for number, spot, one in spots if spot is not None]
        self.map = DotMap(dots, self)
        self.map.wanted.connect(lambda number: self.wanted.emit(sections[number - 1].lesion.id))
        names = QVBoxLayout()
        names.setSpacing(8)
        names.addLayout(self._names([f"{number}   {title}" for number, _, title in dots]))
        missing = [one.lesion.label for _, spot, one in spots if spot is None]
        if missing:
            words = tr(_MISSING, names=", ".join(missing))
            names.addWidget(text(self, words, quiet=True))
        names.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(2 * MARGIN)
        layout.addWidget(self.map, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(names, 1)

    def _names(self, names: Sequence[str]) -> QGridLayout:
        """Put names below and beside each other, as far as they are no higher than the map."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(4)
        shown, left = names[:_MOST], len(names) - _MOST
        for place, words in enumerate(shown):
            label = ElidedLabel(words, self)
            label.setProperty("kind", "quiet")
            grid.addWidget(label, place % _ROWS, place // _ROWS)
        if left > 0:
            grid.addWidget(text(self, tr(_MORE, number=left), quiet=True), _ROWS, 0)
        return grid
