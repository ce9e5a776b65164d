"""Carries diagnoses between the dialog in which they are stated and the store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.cases.draft_keys import DIAGNOSIS, NEW_DIAGNOSIS
from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis
from core.errors import ChangedMeanwhile
from core.report.case_words import diagnosis_words, lesion_title
from core.taxonomy import HAM10000
from desktop.cases.diagnosis_dialog import DiagnosisDialog
from desktop.cases.drafting import Drafting
from desktop.cases.record_draft import as_draft, from_draft
from desktop.language.words import tr

if TYPE_CHECKING:
    from core.cases.records import Lesion
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class DiagnosisWriter(QObject):
    """Has one diagnosis stated at a time.

    Parameters
    ----------
    page : PatientPage
        Where the user asks for it.
    desk : CaseDesk
        Keeps drafts.
    editor : Editor
        Keeps diagnoses.
    """

    closed = Signal()
    """The user has done with a diagnosis; a draft of it may be left, or gone."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page)
        self._page = page
        self._drafting = Drafting(desk, offer=self._offer, failed=self._say)
        self._editor = editor
        self._known: Diagnosis | None = None
        self._shown: Diagnosis | None = None
        self.dialog: DiagnosisDialog | None = None
        page.diagnosis_wanted.connect(self.write)

    def write(self, lesion: Lesion, known: Diagnosis | None) -> None:
        """Open a diagnosis of a lesion, or a new one."""
        today = date.today()  # noqa: DTZ011  # of the clinic's own time
        new = Diagnosis(lesion_id=lesion.id, kind=DiagnosisKind.CLINICAL, day=today)
        self._known, self._shown = known, known or new
        self.dialog = DiagnosisDialog(
            lesion_title(lesion),
            self._shown,
            codes=[entry.code for entry in HAM10000],
            parent=self._page.window(),
        )
        self.dialog.saving.connect(self._save)
        self.dialog.drafted.connect(self._keep_draft)
        self.dialog.finished.connect(self._forget)
        self._drafting.begin(DIAGNOSIS + known.id if known else NEW_DIAGNOSIS + lesion.id)
        self.dialog.open()

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
        self._editor.keep(
            "state a diagnosis",
            before=self._known,
            after=stated,
            done=self._saved,
            failed=self._not_saved,
        )

    def _saved(self) -> None:
        self._drafting.drop()
        if self.dialog is not None:
            self.dialog.accept()

    def _not_saved(self, error: LentigoError) -> None:
        words = error.message
        if isinstance(error, ChangedMeanwhile) and isinstance(error.value, Diagnosis):
            self._known = error.value  # who saves now has seen it
            words = tr(
                "Somebody else has changed it meanwhile. {theirs} Nothing was overwritten: save "
                "again to put yours in its place, or cancel to leave theirs.",
                theirs=f"{diagnosis_words(error.value)}.",
            )
        if self.dialog is not None:
            self.dialog.show_error(words)

    def _say(self, error: LentigoError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error.message)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
            self.closed.emit()
