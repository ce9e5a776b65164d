"""What is asked about a new patient and a new lesion."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from core.cases.fields import BodySite, Sex, Side
from core.cases.records import Lesion, Patient, new_pseudonym
from desktop.cases.words import SEX_WORDS, SIDE_WORDS

_UNSTATED: Final = "Not stated"
_OLDEST: Final = 1900
_LABEL_WIDTH: Final = 160
_SKIN_TYPES: Final = range(1, 7)


class PatientForm(QWidget):
    """Asks about a patient; only a pseudonym must be there, and one is proposed.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pseudonym = QLineEdit(new_pseudonym(), self)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText("Only if your cases may hold names")
        self.birth_year = QLineEdit(self)
        self.birth_year.setPlaceholderText("Not stated")
        year = date.today().year  # noqa: DTZ011  # of the clinic's own time
        self.birth_year.setValidator(QIntValidator(_OLDEST, year, self))
        self.sex = _choice(self, [(words.capitalize(), sex) for sex, words in SEX_WORDS.items()])
        self.skin_type = _choice(self, [(str(number), number) for number in _SKIN_TYPES])
        for edit in (self.pseudonym, self.birth_year):
            edit.textChanged.connect(self.changed)
        lay_out(
            self,
            {
                "&Pseudonym": self.pseudonym,
                "&Name": self.name,
                "&Year of birth": self.birth_year,
                "Se&x": self.sex,
                "Skin &type (Fitzpatrick)": self.skin_type,
            },
        )

    @property
    def complete(self) -> bool:
        """Whether a patient can be made of it."""
        year = self.birth_year
        return bool(self.pseudonym.text().strip()) and (
            not year.text() or year.hasAcceptableInput()
        )

    def patient(self) -> Patient:
        """Make the patient."""
        sex, year = self.sex.currentData(), self.birth_year.text()
        return Patient(
            pseudonym=self.pseudonym.text().strip(),
            name=self.name.text().strip(),
            birth_year=int(year) if year else None,
            sex=Sex(sex) if sex else None,
            skin_type=self.skin_type.currentData(),
        )


class LesionForm(QWidget):
    """Asks about a lesion; nothing must be stated.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLineEdit(self)
        self.label.setPlaceholderText("Numbered, if left empty")
        self.site = _choice(self, [(site.capitalize(), site) for site in BodySite])
        self.side = _choice(
            self, [(words.capitalize(), side) for side, words in SIDE_WORDS.items()]
        )
        self.side.setToolTip("Of the patient, not of the picture")
        lay_out(
            self,
            {
                "Na&me of the lesion": self.label,
                "Place on the &body": self.site,
                "&Side": self.side,
            },
        )

    def lesion(self, patient_id: str) -> Lesion:
        """Make the lesion of a patient."""
        site, side = self.site.currentData(), self.side.currentData()
        return Lesion(
            patient_id=patient_id,
            label=self.label.text().strip(),
            site=BodySite(site) if site else None,
            side=Side(side) if side else None,
        )


def lay_out(parent: QWidget, rows: Mapping[str, QWidget]) -> None:
    """Put fields one below the other, each with its label, whose mnemonic leads to it."""
    layout = QFormLayout(parent)
    for words, field in rows.items():
        label = QLabel(words, parent)
        label.setMinimumWidth(_LABEL_WIDTH)  # so that two forms stand in line
        label.setBuddy(field)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.setAccessibleName(words.replace("&", ""))
        layout.addRow(label, field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setVerticalSpacing(8)
    layout.setHorizontalSpacing(16)


def _choice(parent: QWidget, items: list[tuple[str, object]]) -> QComboBox:
    box = QComboBox(parent)
    box.addItem(_UNSTATED, None)
    for words, value in items:
        box.addItem(words, value)
    return box
