"""Changes what is noted of a patient or a lesion: names, place, age group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.cases.draft_keys import DETAILS
from core.cases.records import Lesion, Patient
from core.report.case_words import lesion_title, patient_facts, patient_title
from desktop.cases.details_dialog import DetailsDialog
from desktop.cases.record_draft import as_draft, from_draft
from desktop.cases.writer import Writer
from desktop.language.words import tr

if TYPE_CHECKING:
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class DetailsWriter(Writer[DetailsDialog, Patient | Lesion]):
    """Has the details of one patient or lesion changed at a time; see `Writer`."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page, desk=desk, editor=editor)
        self._known: Patient | Lesion | None = None
        page.details_wanted.connect(self.change)

    def change(self, known: Patient | Lesion) -> None:
        """Open the details of a patient or a lesion."""
        self._known = known
        dialog = DetailsDialog(_words(known), known, self._page.window())
        self._open(dialog, draft_key=DETAILS + known.id)

    def _offer(self, draft: str) -> None:
        if self.dialog is not None and self._known is not None:
            self.dialog.offer_draft(from_draft(draft, self._known))

    def _keep_draft(self, stated: Patient | Lesion) -> None:
        if self.dialog is not None:
            saved = self.dialog.saved
            self._drafting.keep(None if stated == saved else as_draft(stated, saved=saved))

    def _save(self, stated: Patient | Lesion) -> None:
        self._keep_draft(stated)  # whatever comes of it
        self._keep("change details", before=self._known, after=stated)

    def _meet(self, theirs: object) -> str | None:
        if not isinstance(theirs, (Patient, Lesion)):
            return None
        self._known = theirs  # who saves now has seen it
        return tr(
            "Somebody else has changed it meanwhile to: {theirs}. Nothing was overwritten: "
            "save again to put yours in its place, or cancel to leave theirs.",
            theirs=_words(theirs),
        )


def _words(record: Patient | Lesion) -> str:
    if isinstance(record, Lesion):
        return lesion_title(record)
    return " · ".join(filter(None, (patient_title(record), patient_facts(record))))
