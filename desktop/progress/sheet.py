"""What answers say, from top to bottom: figures, plots, what is mixed up, and the rest in rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from core.language import say
from core.report.learning_figures import figures_of
from core.report.learning_words import (
    FIRST_MEETINGS,
    class_rows,
    confidence_rows,
    errors_words,
    pair_words,
    scope_words,
)
from desktop.language.words import tr
from desktop.progress.figures import Figures
from desktop.progress.plots_view import PlotsView
from desktop.progress.rows import Rows
from desktop.shell.parts import MARGIN, show_words, small_button, text, unbroken
from desktop.turns import take_turns

if TYPE_CHECKING:
    from core.learning.progress.confusion import MixedUp
    from desktop.progress.told import Told

_PAIRS = 6


class Sheet(QWidget):
    """All that is told.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    quiz_wanted = Signal(object)
    """Codes of two diagnoses that the user wants to be asked about."""
    atlas_wanted = Signal(object)
    """Codes of two diagnoses whose images the user wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = self._shown = 0
        self._scope = text(self)
        self.figures = Figures(self)
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self.plots = PlotsView(self._card)
        QVBoxLayout(self._card).addWidget(self.plots)
        self.pairs = Rows(tr("Mixed up most"), self)
        self.classes = Rows(tr("Recognised, by diagnosis"), self)
        self.confidence = Rows(tr("Right, by how sure"), self)
        self._note = text(self, quiet=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        for widget in (
            self._scope,
            self.figures,
            self._card,
            self.pairs,
            self.classes,
            self.confidence,
            self._note,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)

    @property
    def settled(self) -> bool:
        """Whether all of it is shown."""
        return self._shown == self._wanted

    def show_told(self, told: Told, names: Mapping[str, str]) -> None:
        """Show what answers say, in portions that leave the loop lively.

        Parameters
        ----------
        told : Told
            What they say.
        names : mapping of str to str
            Of diagnoses, by code, where they have others than ours.
        """
        self._wanted += 1
        take_turns(self._portions(told, names, self._wanted), owner=self)

    def _portions(self, told: Told, names: Mapping[str, str], number: int) -> Iterator[None]:
        progress = told.progress
        show_words(self._scope, scope_words(told.scope))
        self.figures.show_figures(tuple(figures_of(progress)))
        steps: tuple[Callable[[], None], ...] = (
            lambda: self._show_pairs(progress.mixed_up[:_PAIRS], names),
            lambda: self.classes.show_rows(class_rows(progress, names)),
            lambda: self.confidence.show_rows(confidence_rows(progress)),
        )
        for step in steps:
            yield
            if number != self._wanted:
                return  # something else is shown meanwhile
            step()
        self._note.setText(unbroken(say(FIRST_MEETINGS)))
        self._shown = number

    def _show_pairs(self, pairs: tuple[MixedUp, ...], names: Mapping[str, str]) -> None:
        rows = [(pair_words(one, names), errors_words(one)) for one in pairs]
        buttons = [self._buttons(one, words) for one, (words, _) in zip(pairs, rows, strict=True)]
        self.pairs.show_rows(rows, buttons=buttons)

    def _buttons(self, pair: MixedUp, words: str) -> list[QPushButton]:
        codes = (pair.first, pair.second)
        return [
            small_button(
                self,
                tr("Quiz"),
                name=tr("Quiz about {pair}", pair=words),
                clicked=partial(self.quiz_wanted.emit, codes),
            ),
            small_button(
                self,
                tr("In the atlas"),
                name=tr("See in the atlas: {pair}", pair=words),
                clicked=partial(self.atlas_wanted.emit, codes),
            ),
        ]
