"""Carries notes between the dialog in which they are written and the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.cases.draft_keys import NEW_NOTE, NOTE
from core.cases.records import Note
from core.errors import ChangedMeanwhile
from core.report.case_words import lesion_title
from desktop.cases.drafting import Drafting
from desktop.cases.note_dialog import NoteDialog

if TYPE_CHECKING:
    from core.cases.records import Lesion
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage


class NoteWriter(QObject):
    """Has one note written at a time.

    Parameters
    ----------
    page : PatientPage
        Where the user asks for it.
    desk : CaseDesk
        Keeps drafts.
    editor : Editor
        Keeps notes.
    """

    closed = Signal()
    """The user has done with a note; a draft of it may be left, or gone."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page)
        self._page = page
        self._drafting = Drafting(desk, offer=self._offer, failed=self._say)
        self._editor = editor
        self._note = Note(patient_id="")
        self._known: Note | None = None
        self.dialog: NoteDialog | None = None
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
        dialog = self.dialog = NoteDialog(title, self._note.text, self._page.window())
        dialog.saving.connect(self._save)
        dialog.drafted.connect(self._keep_draft)
        dialog.finished.connect(self._forget)
        self._drafting.begin(NOTE + known.id if known else NEW_NOTE + (lesion_id or new.patient_id))
        dialog.open()

    def _offer(self, draft: str) -> None:
        if self.dialog is not None:
            self.dialog.offer_draft(draft)

    def _keep_draft(self, words: str) -> None:
        self._drafting.keep(None if words == self._note.text else words)

    def _save(self, words: str) -> None:
        self._keep_draft(words)  # whatever comes of it
        emptied = self._known is not None and not words.strip()
        self._editor.keep(
            "write a note",
            before=self._known,
            after=None if emptied else replace(self._note, text=words),
            done=self._saved,
            failed=self._not_saved,
        )

    def _saved(self) -> None:
        self._drafting.drop()
        if self.dialog is not None:
            self.dialog.accept()

    def _not_saved(self, error: LentigoError) -> None:
        if isinstance(error, ChangedMeanwhile) and isinstance(error.value, Note):
            self._note = self._known = error.value
            if self.dialog is not None:
                self.dialog.show_theirs(error.value.text)
        else:
            self._say(error)

    def _say(self, error: LentigoError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error.message)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
            self.closed.emit()
