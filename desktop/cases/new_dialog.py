"""Asks about a new lesion, and about its patient where that is new as well."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from core.cases.records import Patient
from core.report.case_words import patient_title
from desktop.cases.forms import PatientForm
from desktop.cases.keeping import Destination
from desktop.cases.lesion_form import LesionForm
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, heading, text
from desktop.shell.scrolled import Scrolled, resize_within_screen

_PRIVATE: Final = mark("Nothing here has to identify the patient: the pseudonym is enough.")
_WIDTH: Final = 480


class NewDialog(QDialog):
    """The dialog; `destination` is to be asked for once it is accepted.

    Parameters
    ----------
    patient : Patient, optional
        Whose the lesion is; a new one by default.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, patient: Patient | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._patient = patient
        self.setWindowTitle(tr("New patient") if patient is None else tr("New lesion"))
        self.patient_form = PatientForm(parent=self)
        self.lesion_form = LesionForm(parent=self)
        self.buttons = save_or_cancel(self)
        self.patient_form.changed.connect(self._judge)
        self._lay_out()
        self._judge()

    @property
    def destination(self) -> Destination:
        """What is to be kept."""
        if self._patient is not None:
            return Destination(lesion=self.lesion_form.new_of(self._patient.id))
        patient = self.patient_form.stated(Patient())
        return Destination(lesion=self.lesion_form.new_of(patient.id), patient=patient)

    def _judge(self) -> None:
        """Only what can be kept can be accepted."""
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(self._patient is not None or self.patient_form.complete)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        title = heading(self, factor=1.15)
        title.setText(tr("Patient") if self._patient is None else patient_title(self._patient))
        layout.addWidget(title)
        layout.addWidget(Scrolled(self._forms(), self), 1)
        layout.addWidget(self.buttons)
        resize_within_screen(self, QSize(_WIDTH, self.sizeHint().height()))

    def _forms(self) -> QWidget:
        forms = QWidget(self)
        layout = QVBoxLayout(forms)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MARGIN)
        if self._patient is None:
            layout.addWidget(text(forms, tr(_PRIVATE), quiet=True))
            layout.addWidget(self.patient_form)
            first = heading(forms, factor=1.15)
            first.setText(tr("First lesion"))
            layout.addWidget(first)
        else:
            self.patient_form.hide()
        layout.addWidget(self.lesion_form)
        layout.addStretch(1)
        return forms


def save_or_cancel(dialog: QDialog) -> QDialogButtonBox:
    """Return the buttons of a dialog that keeps something."""
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Save | kinds.Cancel, dialog)
    for kind in (kinds.Save, kinds.Cancel):
        buttons.button(kind).setIcon(QIcon())
    save = buttons.button(kinds.Save)
    save.setProperty("kind", "primary")
    save.style().polish(save)  # the box has shown it to the style already
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
