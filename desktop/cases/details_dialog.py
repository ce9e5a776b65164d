"""A form about what is there already."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from core.cases.records import Lesion, Patient
from desktop.cases.forms import PatientForm
from desktop.cases.lesion_form import LesionForm
from desktop.cases.record_dialog import RecordDialog
from desktop.language.words import tr


class DetailsDialog(RecordDialog[Patient | Lesion]):
    """The dialog; whoever opens it keeps what it says, and closes it.

    Parameters
    ----------
    title : str
        What is noted so far.
    known : Patient or Lesion
        As it is.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, title: str, known: Patient | Lesion, parent: QWidget | None = None) -> None:
        super().__init__(tr("Details"), parent)
        self._known = known
        self.form = PatientForm(known) if isinstance(known, Patient) else LesionForm(known)
        self._lay_out(title, self.form)
        self.saved = self.stated
        self.form.changed.connect(self._judge)
        self.form.changed.connect(self._changed)
        self._judge()

    @property
    def stated(self) -> Patient | Lesion:
        """The record as it is stated here."""
        return self.form.stated(self._known)  # type: ignore[arg-type] # the form was chosen for it

    def show_stated(self, record: Patient | Lesion) -> None:
        """Show what a record says."""
        self.form.show_stated(record)  # type: ignore[arg-type] # the form was chosen for it

    def _judge(self) -> None:
        """Save only what a patient or a lesion can be made of."""
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(self.form.complete)
