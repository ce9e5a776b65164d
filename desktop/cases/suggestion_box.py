"""Offers what a file says, thing by thing; nothing is taken unless the user takes it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from core.report.case_words import SEX_WORDS, SIDE_WORDS, day_words
from core.report.order import name_in_words
from desktop.language.words import mark, tr
from desktop.shell.parts import plain_label, text

if TYPE_CHECKING:
    from collections.abc import Collection

    from core.cases.suggestions import Suggestions

_OFFER: Final = mark("The file says more. Nothing of it is taken unless you take it.")
_EXPORTED: Final = mark("Taken as the pseudonym, the ID will stand in exports and reports.")


class Fact(Enum):
    """One thing that a file can say; its name is that of the suggestion's field."""

    PATIENT_ID = auto()
    BIRTH_YEAR = auto()
    SEX = auto()
    SITE = auto()
    SIDE = auto()
    DAY = auto()
    ACCESSION = auto()
    PHYSICIAN = auto()


NAMES: Final = {
    Fact.PATIENT_ID: mark("Patient ID"),
    Fact.BIRTH_YEAR: mark("Year of birth"),
    Fact.SEX: mark("Sex"),
    Fact.SITE: mark("Place on the body"),
    Fact.SIDE: mark("Side"),
    Fact.DAY: mark("Day of the picture"),
    Fact.ACCESSION: mark("Accession number"),
    Fact.PHYSICIAN: mark("Referring physician"),
}

NAMING: Final = frozenset({Fact.PATIENT_ID, Fact.ACCESSION, Fact.PHYSICIAN})
"""What names somebody or leads to them, and is taken by its own button alone."""


class SuggestionBox(QFrame):
    """A row for each thing, with a button that takes it.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    buttons : dict
        What takes each fact.
    all : QPushButton
        Takes all that are offered, save what names somebody or leads to them.
    warning : QLabel
        Says so, where it would become the pseudonym.
    """

    taken = Signal(object)
    """Fact."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("What the file says"))
        self.suggestions: Suggestions | None = None
        self.buttons = {fact: self._button(fact) for fact in Fact}
        self._labels = {fact: plain_label(self) for fact in Fact}
        self.all = QPushButton(tr("Take &all"), self)
        self.all.setProperty("kind", "small")
        self.all.setAutoDefault(False)
        self.all.clicked.connect(self._take_all)
        self.warning = text(self, tr(_EXPORTED), quiet=True)
        self._lay_out()
        self.hide()

    def show_suggestions(
        self, suggestions: Suggestions, *, facts: Collection[Fact], new_patient: bool
    ) -> None:
        """Offer those of some facts that are known; the ID of a new patient with a warning."""
        self.suggestions = suggestions
        offered = [fact for fact in facts if value_of(suggestions, fact) is not None]
        for fact in Fact:
            shown = fact in offered
            self.buttons[fact].setVisible(shown)
            self._labels[fact].setVisible(shown)
            if shown:
                self._labels[fact].setText(self.words_of(fact))
        self.warning.setVisible(new_patient and Fact.PATIENT_ID in offered)
        self.all.setVisible(len(set(offered) - NAMING) > 1)
        self.setVisible(bool(offered))

    def words_of(self, fact: Fact) -> str:
        """Say one of the things that are offered."""
        words = "" if self.suggestions is None else _words(self.suggestions, fact)
        return tr("{name}: {value}", name=tr(NAMES[fact]), value=words)

    def offer_again(self, fact: Fact) -> None:
        """Offer what was taken once more, because it would go elsewhere by now."""
        self.buttons[fact].setText(tr("Take"))
        self.buttons[fact].setEnabled(True)

    def _button(self, fact: Fact) -> QPushButton:
        button = QPushButton(tr("Take"), self)
        button.setProperty("kind", "small")
        button.setAutoDefault(False)
        button.setAccessibleName(tr("Take: {name}", name=tr(NAMES[fact])))
        button.clicked.connect(lambda: self._take(fact))
        return button

    def _take(self, fact: Fact) -> None:
        self.buttons[fact].setText(tr("Taken"))
        self.buttons[fact].setEnabled(False)
        self.taken.emit(fact)

    def _take_all(self) -> None:
        for fact, button in self.buttons.items():
            if fact not in NAMING and not button.isHidden() and button.isEnabled():
                self._take(fact)
        self.all.setEnabled(False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(text(self, tr(_OFFER), quiet=True))
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for fact in Fact:
            row = 0 if fact is Fact.PATIENT_ID else grid.rowCount()
            grid.addWidget(self.buttons[fact], row, 0)
            grid.addWidget(self._labels[fact], row, 1)
            if fact is Fact.PATIENT_ID:
                grid.addWidget(self.warning, 1, 1)
        grid.addWidget(self.all, grid.rowCount(), 0)
        layout.addLayout(grid)


def value_of(suggestions: Suggestions, fact: Fact) -> object:
    """Return what is suggested; None where nothing is."""
    return getattr(suggestions, fact.name.lower())


def _words(suggestions: Suggestions, fact: Fact) -> str:
    match fact:
        case Fact.SEX if suggestions.sex is not None:
            return str(SEX_WORDS[suggestions.sex])
        case Fact.SIDE if suggestions.side is not None:
            return str(SIDE_WORDS[suggestions.side])
        case Fact.DAY if suggestions.day is not None:
            return day_words(suggestions.day)
        case Fact.PHYSICIAN if suggestions.physician is not None:
            return name_in_words(suggestions.physician)
    return str(value_of(suggestions, fact))
