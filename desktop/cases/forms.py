"""What is asked about a patient, and how fields stand below each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from core.cases.fields import Sex
from core.cases.records import Patient
from core.language import again
from core.report.case_words import SEX_WORDS
from desktop.language.words import mark, tr
from desktop.shell.days import current_day
from desktop.shell.parts import label_of

_UNSTATED: Final = mark("Not stated")
_OLDEST: Final = 1900
_LABEL_WIDTH: Final = 160
_SKIN_TYPES: Final = range(1, 7)


class PatientForm(QWidget):
    """Asks about a patient; only a pseudonym must be there, and one is proposed.

    Parameters
    ----------
    patient : Patient, optional
        What is noted already.
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, patient: Patient | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        known = patient or Patient()
        self.pseudonym = QLineEdit(known.pseudonym, self)
        self.name = QLineEdit(known.name, self)
        self.name.setPlaceholderText(tr("Only if your cases may hold names"))
        self.birth_year = QLineEdit(str(known.birth_year or ""), self)
        self.birth_year.setPlaceholderText(tr("Not stated"))
        year = current_day().year
        self.birth_year.setValidator(QIntValidator(_OLDEST, year, self))
        sexes = [(again(words).capitalize(), sex) for sex, words in SEX_WORDS.items()]
        self.sex = choice(self, sexes, chosen=known.sex)
        types = [(str(number), number) for number in _SKIN_TYPES]
        self.skin_type = choice(self, types, chosen=known.skin_type)
        for edit in (self.pseudonym, self.name, self.birth_year):
            edit.textChanged.connect(self.changed)
        for box in (self.sex, self.skin_type):
            box.currentIndexChanged.connect(self.changed)
        lay_out(
            self,
            {
                tr("&Pseudonym"): self.pseudonym,
                tr("&Name"): self.name,
                tr("&Year of birth"): self.birth_year,
                tr("Se&x"): self.sex,
                tr("Skin &type (Fitzpatrick)"): self.skin_type,
            },
        )

    @property
    def complete(self) -> bool:
        """Whether a patient can be made of it."""
        year = self.birth_year
        return bool(self.pseudonym.text().strip()) and (
            not year.text() or year.hasAcceptableInput()
        )

    def stated(self, patient: Patient) -> Patient:
        """Make of a patient what is stated here."""
        sex, year = self.sex.currentData(), self.birth_year.text()
        return replace(
            patient,
            pseudonym=self.pseudonym.text().strip(),
            name=self.name.text().strip(),
            birth_year=int(year) if year.isdecimal() else None,  # "+" alone may be typed
            sex=Sex(sex) if sex else None,
            skin_type=self.skin_type.currentData(),
        )

    def show_stated(self, patient: Patient) -> None:
        """Show what is noted of a patient."""
        self.pseudonym.setText(patient.pseudonym)
        self.name.setText(patient.name)
        self.birth_year.setText(str(patient.birth_year or ""))
        choose(self.sex, patient.sex)
        choose(self.skin_type, patient.skin_type)


def choose(box: QComboBox, value: object) -> None:
    """Choose what has a value; what is not there is not stated."""
    values = [box.itemData(place) for place in range(box.count())]
    box.setCurrentIndex(values.index(value) if value in values else 0)


def lay_out(parent: QWidget, rows: Mapping[str, QWidget]) -> None:
    """Put fields one below the other, each with its label, whose mnemonic leads to it."""
    layout = QFormLayout(parent)
    for words, field in rows.items():
        label = label_of(field, words, parent)
        label.setMinimumWidth(_LABEL_WIDTH)  # so that two forms stand in line
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addRow(label, field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setVerticalSpacing(8)
    layout.setHorizontalSpacing(16)


def choice(parent: QWidget, items: Sequence[tuple[str, object]], *, chosen: object) -> QComboBox:
    """Return a list to choose from, or to leave something unstated."""
    box = QComboBox(parent)
    box.addItem(tr(_UNSTATED), None)
    for words, value in items:
        box.addItem(words, value)
        if value == chosen:
            box.setCurrentIndex(box.count() - 1)
    return box
