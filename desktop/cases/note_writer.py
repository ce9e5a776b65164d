"""Carries notes between the dialog in which they are written and the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.cases.draft_keys import NEW_NOTE, NOTE
from core.cases.records import Note
from core.errors import ChangedMeanwhile
from core.report.case_words import lesion_title
from desktop.cases.note_dialog import NoteDialog
from desktop.cases.writer import Writer

if TYPE_CHECKING:
    from core.cases.records import Lesion
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class NoteWriter(Writer[NoteDialog, str]):
    """Has one note written at a time; for its parameters, see `Writer`."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page, desk=desk, editor=editor)
        self._note = Note(patient_id="")
        self._known: Note | None = None
        page.note_wanted.connect(self.write)

    def write(self, lesion: Lesion | None, known: Note | None) -> None:
        """Open a note, or a new one, with the draft that there may be of it."""
        content = self._page.content
        if content is None:
            return
        lesion_id = None if lesion is None else lesion.id
        new = Note(patient_id=content.patient.id, lesion_id=lesion_id)
        self._note, self._known = known or new, known
        title = content.title if lesion is None else lesion_title(lesion)
        self._open(
            NoteDialog(title, self._note.text, self._page.window()),
            draft_key=NOTE + known.id if known else NEW_NOTE + (lesion_id or new.patient_id),
        )

    def _offer(self, draft: str) -> None:
        if self.dialog is not None:
            self.dialog.offer_draft(draft)

    def _keep_draft(self, stated: str) -> None:
        self._drafting.keep(None if stated == self._note.text else stated)

    def _save(self, stated: str) -> None:
        self._keep_draft(stated)  # whatever comes of it
        emptied = self._known is not None and not stated.strip()
        after = None if emptied else replace(self._note, text=stated)
        self._keep("write a note", before=self._known, after=after)

    def _not_saved(self, error: LentigoError) -> None:
        if isinstance(error, ChangedMeanwhile) and isinstance(error.value, Note):
            self._note = self._known = error.value
            if self.dialog is not None:
                self.dialog.show_theirs(error.value.text)
        else:
            self._say(error)
