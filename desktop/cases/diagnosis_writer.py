"""Carries diagnoses between the dialog in which they are stated and the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.cases.draft_keys import DIAGNOSIS, NEW_DIAGNOSIS
from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis
from core.report.case_words import diagnosis_words, lesion_title
from core.taxonomy import HAM10000
from desktop.cases.diagnosis_dialog import DiagnosisDialog
from desktop.cases.record_draft import as_draft, from_draft
from desktop.cases.writer import CHANGED_MEANWHILE, Writer
from desktop.language.words import tr
from desktop.shell.days import current_day

if TYPE_CHECKING:
    from core.cases.records import Lesion
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class DiagnosisWriter(Writer[DiagnosisDialog, Diagnosis]):
    """Has one diagnosis stated at a time; for its parameters, see `Writer`."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page, desk=desk, editor=editor)
        self._known: Diagnosis | None = None
        self._shown: Diagnosis | None = None
        page.diagnosis_wanted.connect(self.write)

    def write(self, lesion: Lesion, known: Diagnosis | None) -> None:
        """Open a diagnosis of a lesion, or a new one."""
        new = Diagnosis(lesion_id=lesion.id, kind=DiagnosisKind.CLINICAL, day=current_day())
        self._known, self._shown = known, known or new
        dialog = DiagnosisDialog(
            lesion_title(lesion),
            self._shown,
            codes=[entry.code for entry in HAM10000],
            parent=self._page.window(),
        )
        self._open(dialog, draft_key=DIAGNOSIS + known.id if known else NEW_DIAGNOSIS + lesion.id)

    def _offer(self, draft: str) -> None:
        if self.dialog is not None and self._shown is not None:
            self.dialog.offer_draft(from_draft(draft, self._shown))

    def _keep_draft(self, stated: Diagnosis) -> None:
        if self.dialog is None:
            return
        saved = self.dialog.saved
        known = None if self._known is None else saved
        self._drafting.keep(None if stated == saved else as_draft(stated, saved=known))

    def _save(self, stated: Diagnosis) -> None:
        self._keep_draft(stated)  # whatever comes of it
        self._keep("state a diagnosis", before=self._known, after=stated)

    def _meet(self, theirs: object) -> str | None:
        if not isinstance(theirs, Diagnosis):
            return None
        self._known = theirs  # who saves now has seen it
        return tr(CHANGED_MEANWHILE, theirs=f"{diagnosis_words(theirs)}.")
