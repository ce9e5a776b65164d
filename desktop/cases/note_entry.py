"""A note on the page, or the way to a new one; where a draft waits, the button says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from core.cases.draft_keys import NOTE
from core.report.case_words import note_words
from desktop.cases.entry import WAITS, entry, small_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

    from core.cases.records import Note

_GO_ON: Final = "Go on with unsaved note…"


def note_entry(
    parent: QWidget, note: Note, *, drafts: frozenset[str], edit: Callable[[], None]
) -> QHBoxLayout:
    """Return what was written, with a button to change it."""
    waits = NOTE + note.id in drafts
    name = "Go on changing the note" if waits else "Change the note"
    button = WAITS if waits else "Edit…"
    return entry(parent, note_words(note), name=name, edit=edit, button=button)


def new_note_button(
    parent: QWidget, about: str, *, draft: bool, clicked: Callable[[], None]
) -> QPushButton:
    """Return the button that opens a new note, or the one that was begun."""
    words = _GO_ON if draft else "Add note…"
    verb = "Go on with the unsaved note" if draft else "Write a note"
    return small_button(parent, words, name=f"{verb} about {about}", clicked=clicked)
