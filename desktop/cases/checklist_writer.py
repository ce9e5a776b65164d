"""Carries checklists between the dialog in which they are filled and the store."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.cases.draft_keys import CHECKLIST, NEW_CHECKLIST
from core.cases.filled_checklist import FilledChecklist
from core.checklists.kinds import ChecklistKind
from core.errors import ChangedMeanwhile
from core.report.case_words import lesion_title
from core.report.checklist_words import checklist_words
from desktop.cases.checklist_dialog import ChecklistDialog
from desktop.cases.drafting import Drafting
from desktop.language.words import tr

if TYPE_CHECKING:
    from core.cases.records import Lesion
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class ChecklistWriter(QObject):
    """Has one checklist filled at a time.

    Parameters
    ----------
    page : PatientPage
        Where the user asks for it.
    desk : CaseDesk
        Keeps drafts.
    editor : Editor
        Keeps checklists.
    """

    closed = Signal()
    """The user has done with a checklist; a draft of it may be left, or gone."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page)
        self._page = page
        self._drafting = Drafting(desk, offer=self._offer, failed=self._say)
        self._editor = editor
        self._known: FilledChecklist | None = None
        self._shown: FilledChecklist | None = None
        self.dialog: ChecklistDialog | None = None
        page.checklist_wanted.connect(self.write)

    def write(self, lesion: Lesion, wanted: FilledChecklist | ChecklistKind) -> None:
        """Open a checklist of a lesion, or a new one, with the draft that there may be of it."""
        if isinstance(wanted, FilledChecklist):
            self._known = self._shown = wanted
            key = CHECKLIST + wanted.id
        else:
            today = date.today()  # noqa: DTZ011  # of the clinic's own time
            self._known = None
            self._shown = FilledChecklist(lesion_id=lesion.id, kind=wanted, day=today)
            key = f"{NEW_CHECKLIST}{wanted}/{lesion.id}"
        self._open(lesion, self._shown)
        self._drafting.begin(key)

    def _open(self, lesion: Lesion, shown: FilledChecklist) -> None:
        dialog = self.dialog = ChecklistDialog(
            lesion_title(lesion),
            shown,
            images=self._page.images_of(lesion.id),
            parent=self._page.window(),
        )
        dialog.saving.connect(self._save)
        dialog.drafted.connect(self._keep_draft)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _offer(self, draft: str) -> None:
        if self.dialog is not None and self._shown is not None:
            self.dialog.offer_draft(from_draft(draft, self._shown))

    def _keep_draft(self, stated: FilledChecklist) -> None:
        self._drafting.keep(None if stated == self._shown else as_draft(stated))

    def _save(self, stated: FilledChecklist) -> None:
        self._keep_draft(stated)  # whatever comes of it
        emptied = self._known is not None and not stated.answers
        self._editor.keep(
            "fill a checklist",
            before=self._known,
            after=None if emptied else stated,
            done=self._saved,
            failed=self._not_saved,
        )

    def _saved(self) -> None:
        self._drafting.drop()
        if self.dialog is not None:
            self.dialog.accept()

    def _not_saved(self, error: LentigoError) -> None:
        words = error.message
        if isinstance(error, ChangedMeanwhile) and isinstance(error.value, FilledChecklist):
            self._known = error.value  # who saves now has seen it
            words = tr(
                "Somebody else has changed it meanwhile. {theirs} Nothing was overwritten: save "
                "again to put yours in its place, or cancel to leave theirs.",
                theirs=checklist_words(error.value),
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
