"""Carries diagnoses between the dialog in which they are stated and the store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis
from core.errors import ChangedMeanwhile
from core.report.case_words import diagnosis_words, lesion_title
from core.taxonomy import HAM10000
from desktop.cases.diagnosis_dialog import DiagnosisDialog

if TYPE_CHECKING:
    from core.cases.records import Lesion
    from core.errors import LentigoError
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class DiagnosisWriter(QObject):
    """Has one diagnosis stated at a time.

    Parameters
    ----------
    page : PatientPage
        Where the user asks for it.
    editor : Editor
        Keeps diagnoses.
    """

    def __init__(self, page: PatientPage, *, editor: Editor) -> None:
        super().__init__(page)
        self._page = page
        self._editor = editor
        self._known: Diagnosis | None = None
        self.dialog: DiagnosisDialog | None = None
        page.diagnosis_wanted.connect(self.write)

    def write(self, lesion: Lesion, known: Diagnosis | None) -> None:
        """Open a diagnosis of a lesion, or a new one."""
        today = date.today()  # noqa: DTZ011  # of the clinic's own time
        new = Diagnosis(lesion_id=lesion.id, kind=DiagnosisKind.CLINICAL, day=today)
        self._known = known
        self.dialog = DiagnosisDialog(
            lesion_title(lesion),
            known or new,
            codes=[entry.code for entry in HAM10000],
            parent=self._page.window(),
        )
        self.dialog.saving.connect(self._save)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _save(self, stated: Diagnosis) -> None:
        self._editor.keep(
            "state a diagnosis",
            before=self._known,
            after=stated,
            done=self._saved,
            failed=self._not_saved,
        )

    def _saved(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _not_saved(self, error: LentigoError) -> None:
        words = error.message
        if isinstance(error, ChangedMeanwhile) and isinstance(error.value, Diagnosis):
            self._known = error.value  # who saves now has seen it
            words = (
                f"Somebody else has changed it meanwhile. {diagnosis_words(error.value)}. Nothing "
                "was overwritten: save again to put yours in its place, or cancel to leave theirs."
            )
        if self.dialog is not None:
            self.dialog.show_error(words)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
