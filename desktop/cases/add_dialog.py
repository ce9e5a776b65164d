"""Asks to which lesion an image belongs."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.cases.records import Patient
from core.cases.suggestions import Suggestions
from desktop.cases.browser import Browser
from desktop.cases.forms import PatientForm, choose
from desktop.cases.keeping import Destination
from desktop.cases.lesion_form import LesionForm
from desktop.cases.lesion_list import LesionRole
from desktop.cases.new_dialog import save_or_cancel
from desktop.cases.suggestion_box import Fact, SuggestionBox
from desktop.cases.words import LesionRow
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, heading, rule, text
from desktop.shell.scrolled import Scrolled, resize_within_screen

_WHAT: Final = mark(
    "The image is kept unchanged, with its finding, on today's visit. To a lesion, as another "
    "image of the same; to a patient, as a new lesion; or to a new patient."
)

_NOTED: Final = (Fact.ACCESSION, Fact.PHYSICIAN)
"""What has no field in the cases and is noted of the lesion, in words."""


class AddDialog(QDialog):
    """The dialog; `destination` is to be asked for once it is accepted.

    Parameters
    ----------
    name : str
        Of the image.
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    browser : Browser
        Where a lesion or a patient is chosen.
    suggestions : SuggestionBox
        What the file says, to be taken or left.
    day : date or None
        When the picture was taken, where the user has taken that over; else it was today.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add to a case"))
        self.same = QRadioButton(tr("To the &lesion chosen below"), self)
        self.other = QRadioButton(tr("As a new lesion of the patient chosen b&elow"), self)
        self.new = QRadioButton(tr("To a new &patient"), self)
        self.browser = Browser(whole=False, parent=self)
        self.suggestions = SuggestionBox(self)
        self.suggestions.taken.connect(self._take)
        self.suggestions.taken.connect(self._note)
        self.day: date | None = None
        self.patient_form = PatientForm(parent=self)
        self.lesion_form = LesionForm(parent=self)
        self.buttons = save_or_cancel(self)
        self._said = Suggestions()
        self._remarks: dict[Fact, str] = {}
        self._lay_out(name)
        self.same.setChecked(True)
        for choice in (self.same, self.other, self.new):
            choice.toggled.connect(self._judge)
        # The ID names a new patient, but is searched for among those who are there.
        self.new.toggled.connect(lambda _: self.suggestions.offer_again(Fact.PATIENT_ID))
        self.patient_form.changed.connect(self._judge)
        self.browser.view.selectionModel().currentChanged.connect(self._judge)
        self.browser.lesions.modelReset.connect(self._judge)
        self._judge()

    @property
    def destination(self) -> Destination:
        """Where the image is to be kept."""
        if self.new.isChecked():
            patient = self.patient_form.stated(Patient())
            return Destination(lesion=self.lesion_form.new_of(patient.id), patient=patient)
        chosen: LesionRow = self.browser.view.currentIndex().data(LesionRole.ROW)
        if self.other.isChecked():
            return Destination(lesion=self.lesion_form.new_of(chosen.patient_id))
        return Destination(lesion_id=chosen.lesion_id)

    @property
    def remark(self) -> str:
        """What is to be noted of the lesion, because the user has taken it; else nothing."""
        return "\n".join(self._remarks.values())

    def offer_cases(self) -> None:
        """Show what was found; where there is nothing, only a new patient is left."""
        if not self.browser.lesions.total and self.browser.is_blank:
            self.same.setEnabled(False)
            self.other.setEnabled(False)
            self.new.setChecked(True)

    def offer(self, suggestions: Suggestions) -> None:
        """Offer what the file says, as far as it has a place here."""
        self._said = suggestions
        self._judge()

    def _take(self, fact: Fact) -> None:
        """Note what the user takes; of a patient who is there, the ID is only searched for."""
        said, patients, lesions = self._said, self.patient_form, self.lesion_form
        match fact:
            case Fact.PATIENT_ID if self.new.isChecked():
                patients.pseudonym.setText(said.patient_id or "")
            case Fact.PATIENT_ID:
                self.browser.search.setText(said.patient_id or "")
            case Fact.BIRTH_YEAR:
                patients.birth_year.setText(str(said.birth_year))
            case Fact.SEX:
                choose(patients.sex, said.sex)
            case Fact.SITE:
                choose(lesions.site, said.site)
            case Fact.SIDE:
                choose(lesions.side, said.side)
            case Fact.DAY:
                self.day = said.day

    def _note(self, fact: Fact) -> None:
        if fact in _NOTED:
            self._remarks[fact] = self.suggestions.words_of(fact)

    def _facts(self) -> tuple[Fact, ...]:
        """Which things have a place where the image goes."""
        if self.new.isChecked():
            return tuple(Fact)
        if self.other.isChecked():
            return (Fact.PATIENT_ID, Fact.SITE, Fact.SIDE, Fact.DAY, *_NOTED)
        return (Fact.PATIENT_ID, Fact.DAY, *_NOTED)

    def _judge(self) -> None:
        """Show what has to be stated; only what can be kept can be accepted."""
        new = self.new.isChecked()
        self.suggestions.show_suggestions(self._said, facts=self._facts(), new_patient=new)
        self.browser.setVisible(not new)
        self._forms.setVisible(not self.same.isChecked())
        self.patient_form.setVisible(new)
        chosen: LesionRow | None = self.browser.view.currentIndex().data(LesionRole.ROW)
        there = chosen is not None and chosen.readable
        whose = self.patient_form.complete if new else there
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(whose)

    def _lay_out(self, name: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        title = heading(self, factor=1.15)
        title.setText(name)
        layout.addWidget(title)
        layout.addWidget(text(self, tr(_WHAT), quiet=True))
        for choice in (self.same, self.other, self.new):
            layout.addWidget(choice)
        layout.addWidget(self.suggestions)
        layout.addWidget(rule(self))
        layout.addWidget(self.browser, 1)
        body = QWidget(self)
        forms = QVBoxLayout(body)
        forms.setContentsMargins(0, 8, 0, 8)
        forms.setSpacing(MARGIN)
        forms.addWidget(self.patient_form)
        forms.addWidget(self.lesion_form)
        forms.addStretch(1)
        self._forms = Scrolled(body, self)
        layout.addWidget(self._forms, 1)
        layout.addWidget(self.buttons)
        resize_within_screen(self, QSize(560, 720))
