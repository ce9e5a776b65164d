"""A note on the page, or the way to a new one; where a draft waits, the button says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from core.cases.draft_keys import NOTE
from core.report.case_words import note_words
from desktop.cases.entry import WAITS, entry
from desktop.language.words import mark, tr
from desktop.shell.parts import small_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

    from core.cases.records import Note

_GO_ON: Final = mark("Go on with unsaved note…")


def note_entry(
    parent: QWidget, note: Note, *, drafts: frozenset[str], edit: Callable[[], None]
) -> QHBoxLayout:
    """Return what was written, with a button to change it."""
    waits = NOTE + note.id in drafts
    name = tr("Go on changing the note") if waits else tr("Change the note")
    button = tr(WAITS) if waits else tr("Edit…")
    return entry(parent, note_words(note), name=name, edit=edit, button=button)


def new_note_button(
    parent: QWidget, about: str, *, draft: bool, clicked: Callable[[], None]
) -> QPushButton:
    """Return the button that opens a new note, or the one that was begun."""
    if draft:
        name = tr("Go on with the unsaved note about {about}", about=about)
        return small_button(parent, tr(_GO_ON), name=name, clicked=clicked)
    name = tr("Write a note about {about}", about=about)
    return small_button(parent, tr("Add note…"), name=name, clicked=clicked)
