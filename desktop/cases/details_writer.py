"""Changes what is noted of a patient or a lesion: names, place, age group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.cases.records import Lesion, Patient
from core.errors import ChangedMeanwhile
from core.report.case_words import lesion_title, patient_facts, patient_title
from desktop.cases.details_dialog import DetailsDialog
from desktop.cases.forms import PatientForm
from desktop.cases.lesion_form import LesionForm

if TYPE_CHECKING:
    from core.errors import LentigoError
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class DetailsWriter(QObject):
    """Has the details of one patient or lesion changed at a time.

    Parameters
    ----------
    page : PatientPage
        Where the user asks for it.
    editor : Editor
        Keeps what is stated.
    """

    def __init__(self, page: PatientPage, *, editor: Editor) -> None:
        super().__init__(page)
        self._page = page
        self._editor = editor
        self._known: Patient | Lesion | None = None
        self.dialog: DetailsDialog | None = None
        page.details_wanted.connect(self.change)

    def change(self, known: Patient | Lesion) -> None:
        """Open the details of a patient or a lesion."""
        self._known = known
        form = PatientForm(known) if isinstance(known, Patient) else LesionForm(known)
        self.dialog = DetailsDialog(_words(known), form, self._page.window())
        self.dialog.saving.connect(self._save)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _save(self) -> None:
        if self.dialog is None or self._known is None:
            return
        form, known = self.dialog.form, self._known
        self._editor.keep(
            "change details",
            before=known,
            after=form.stated(known),  # type: ignore[arg-type] # the form was chosen for it
            done=self._saved,
            failed=self._not_saved,
        )

    def _saved(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _not_saved(self, error: LentigoError) -> None:
        words = error.message
        if isinstance(error, ChangedMeanwhile) and isinstance(error.value, (Patient, Lesion)):
            self._known = error.value  # who saves now has seen it
            words = (
                f"Somebody else has changed it meanwhile to: {_words(error.value)}. Nothing was "
                "overwritten: save again to put yours in its place, or cancel to leave theirs."
            )
        if self.dialog is not None:
            self.dialog.show_error(words)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _words(record: Patient | Lesion) -> str:
    if isinstance(record, Lesion):
        return lesion_title(record)
    return " · ".join(filter(None, (patient_title(record), patient_facts(record))))
