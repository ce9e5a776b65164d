"""Carries checklists between the dialog in which they are filled and the store."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from core.cases.draft_keys import CHECKLIST, NEW_CHECKLIST
from core.cases.filled_checklist import FilledChecklist
from core.checklists.kinds import ChecklistKind
from core.report.case_words import lesion_title
from core.report.checklist_words import checklist_words
from desktop.cases.checklist_dialog import ChecklistDialog
from desktop.cases.writer import CHANGED_MEANWHILE, Writer
from desktop.language.words import tr
from desktop.shell.days import current_day

if TYPE_CHECKING:
    from core.cases.records import Lesion
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class ChecklistWriter(Writer[ChecklistDialog, FilledChecklist]):
    """Has one checklist filled at a time; for its parameters, see `Writer`."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page, desk=desk, editor=editor)
        self._known: FilledChecklist | None = None
        self._shown: FilledChecklist | None = None
        page.checklist_wanted.connect(self.write)

    def write(self, lesion: Lesion, wanted: FilledChecklist | ChecklistKind) -> None:
        """Open a checklist of a lesion, or a new one, with the draft that there may be of it."""
        if isinstance(wanted, FilledChecklist):
            self._known = self._shown = wanted
            key = CHECKLIST + wanted.id
        else:
            self._known = None
            self._shown = FilledChecklist(lesion_id=lesion.id, kind=wanted, day=current_day())
            key = f"{NEW_CHECKLIST}{wanted}/{lesion.id}"
        dialog = ChecklistDialog(
            lesion_title(lesion),
            self._shown,
            images=self._page.images_of(lesion.id),
            parent=self._page.window(),
        )
        self._open(dialog, draft_key=key)

    def _offer(self, draft: str) -> None:
        if self.dialog is not None and self._shown is not None:
            self.dialog.offer_draft(from_draft(draft, self._shown))

    def _keep_draft(self, stated: FilledChecklist) -> None:
        self._drafting.keep(None if stated == self._shown else as_draft(stated))

    def _save(self, stated: FilledChecklist) -> None:
        self._keep_draft(stated)  # whatever comes of it
        emptied = self._known is not None and not stated.answers
        self._keep("fill a checklist", before=self._known, after=None if emptied else stated)

    def _meet(self, theirs: object) -> str | None:
        if not isinstance(theirs, FilledChecklist):
            return None
        self._known = theirs  # who saves now has seen it
        return tr(CHANGED_MEANWHILE, theirs=checklist_words(theirs))


def as_draft(filled: FilledChecklist) -> str:
    """Write what is being filled."""
    return json.dumps(
        {
            "answers": filled.answers,
            "image_id": filled.image_id,
            "day": filled.day.isoformat(),
            "source": filled.source,
        }
    )


def from_draft(draft: str, filled: FilledChecklist) -> FilledChecklist:
    """Make of a checklist what a draft says."""
    values = json.loads(draft)
    return replace(filled, **{**values, "day": date.fromisoformat(values["day"])})
