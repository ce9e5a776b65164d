"""Changes what is noted of a patient or a lesion: names, place, age group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.cases.draft_keys import DETAILS
from core.cases.records import Lesion, Patient
from core.errors import ChangedMeanwhile
from core.report.case_words import lesion_title, patient_facts, patient_title
from desktop.cases.details_dialog import DetailsDialog
from desktop.cases.drafting import Drafting
from desktop.cases.record_draft import as_draft, from_draft
from desktop.language.words import tr

if TYPE_CHECKING:
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class DetailsWriter(QObject):
    """Has the details of one patient or lesion changed at a time.

    Parameters
    ----------
    page : PatientPage
        Where the user asks for it.
    desk : CaseDesk
        Keeps drafts.
    editor : Editor
        Keeps what is stated.
    """

    closed = Signal()
    """The user has done with the details; a draft of them may be left, or gone."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page)
        self._page = page
        self._drafting = Drafting(desk, offer=self._offer, failed=self._say)
        self._editor = editor
        self._known: Patient | Lesion | None = None
        self.dialog: DetailsDialog | None = None
        page.details_wanted.connect(self.change)

    def change(self, known: Patient | Lesion) -> None:
        """Open the details of a patient or a lesion."""
        self._known = known
        self.dialog = DetailsDialog(_words(known), known, self._page.window())
        self.dialog.saving.connect(self._save)
        self.dialog.drafted.connect(self._keep_draft)
        self.dialog.finished.connect(self._forget)
        self._drafting.begin(DETAILS + known.id)
        self.dialog.open()

    def _offer(self, draft: str) -> None:
        if self.dialog is not None and self._known is not None:
            self.dialog.offer_draft(from_draft(draft, self._known))

    def _keep_draft(self, stated: Patient | Lesion) -> None:
        if self.dialog is not None:
            saved = self.dialog.saved
            self._drafting.keep(None if stated == saved else as_draft(stated, saved=saved))

    def _save(self, stated: Patient | Lesion) -> None:
        self._keep_draft(stated)  # whatever comes of it
        self._editor.keep(
            "change details",
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
        if isinstance(error, ChangedMeanwhile) and isinstance(error.value, (Patient, Lesion)):
            self._known = error.value  # who saves now has seen it
            words = tr(
                "Somebody else has changed it meanwhile to: {theirs}. Nothing was overwritten: "
                "save again to put yours in its place, or cancel to leave theirs.",
                theirs=_words(error.value),
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


def _words(record: Patient | Lesion) -> str:
    if isinstance(record, Lesion):
        return lesion_title(record)
    return " · ".join(filter(None, (patient_title(record), patient_facts(record))))
