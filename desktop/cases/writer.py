"""Carries what is stated in a dialog to the store, and keeps a draft of it till then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import ChangedMeanwhile
from desktop.cases.drafted_dialog import DraftedDialog
from desktop.cases.drafting import Drafting
from desktop.language.words import mark

if TYPE_CHECKING:
    from core.cases.records import Record
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.cases.edits import Editor
    from desktop.cases.page import PatientPage

CHANGED_MEANWHILE: Final = mark(
    "Somebody else has changed it meanwhile. {theirs} Nothing was overwritten: save "
    "again to put yours in its place, or cancel to leave theirs."
)

Asking = TypeVar("Asking", bound=DraftedDialog[Any])
Stated = TypeVar("Stated")


class Writer(QObject, Generic[Asking, Stated]):
    """Has one record stated at a time; which, and how, is for those made of it to say.

    Parameters
    ----------
    page : PatientPage
        Where the user asks for it.
    desk : CaseDesk
        Keeps drafts.
    editor : Editor
        Keeps records.
    """

    closed = Signal()
    """The user has done with it; a draft may be left, or gone."""

    def __init__(self, page: PatientPage, *, desk: CaseDesk, editor: Editor) -> None:
        super().__init__(page)
        self._page = page
        self._editor = editor
        self._drafting = Drafting(desk, offer=self._offer, failed=self._say)
        self.dialog: Asking | None = None

    def _offer(self, draft: str) -> None:
        """Show the draft that there is."""
        raise NotImplementedError  # each writer has its own; Qt's metaclass takes no ABC

    def _keep_draft(self, stated: Stated) -> None:
        """Keep what is being stated, if that is anything new."""
        raise NotImplementedError

    def _save(self, stated: Stated) -> None:
        """Keep what is stated, in place of what was known."""
        raise NotImplementedError

    def _meet(self, theirs: object) -> str | None:
        """Take what somebody else has written meanwhile for known, and say what it is."""
        raise NotImplementedError

    def _open(self, dialog: Asking, *, draft_key: str) -> None:
        self.dialog = dialog
        dialog.saving.connect(self._save)
        dialog.drafted.connect(self._keep_draft)
        dialog.finished.connect(self._forget)
        self._drafting.begin(draft_key)
        dialog.open()

    def _keep(self, edit: str, *, before: Record | None, after: Record | None) -> None:
        self._editor.keep(
            edit, before=before, after=after, done=self._saved, failed=self._not_saved
        )

    def _saved(self) -> None:
        self._drafting.drop()
        if self.dialog is not None:
            self.dialog.accept()

    def _not_saved(self, error: LentigoError) -> None:
        met = self._meet(error.value) if isinstance(error, ChangedMeanwhile) else None
        if self.dialog is not None:
            self.dialog.show_error(error.message if met is None else met)

    def _say(self, error: LentigoError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error.message)

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
            self.closed.emit()
