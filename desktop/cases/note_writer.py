"""Carries notes between the dialog in which they are written and the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.cases.records import Note
from core.errors import ChangedMeanwhile
from core.report.case_words import lesion_title
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
        self._desk = desk
        self._editor = editor
        self._note = Note(patient_id="")
        self._known: Note | None = None
        self._key = ""
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
        self._key = f"note/{known.id}" if known else f"note/new/{lesion_id or new.patient_id}"
        title = content.title if lesion is None else lesion_title(lesion)
        dialog = self.dialog = NoteDialog(title, self._note.text, self._page.window())
        dialog.saving.connect(self._save)
        dialog.drafted.connect(self._keep_draft)
        dialog.finished.connect(self._forget)
        key = self._key
        self._desk.ask(lambda store: store.draft(key), done=self._offer, failed=self._say)
        dialog.open()

    def _offer(self, draft: str | None) -> None:
        if self.dialog is not None:
            self.dialog.offer_draft(draft)

    def _keep_draft(self, words: str) -> None:
        key = self._key
        if words == self._note.text:
            self._drop_draft()
            return
        self._desk.ask(lambda store: store.keep_draft(key, words), done=_nothing, failed=self._say)

    def _drop_draft(self) -> None:
        key = self._key
        self._desk.ask(lambda store: store.drop_draft(key), done=_nothing, failed=self._say)

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
        self._drop_draft()
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


def _nothing(_: None) -> None:
    """Follow nothing from it."""
