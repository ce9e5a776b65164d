"""The way to change what is noted of a patient or a lesion; where a draft waits, it says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.cases.draft_keys import DETAILS
from desktop.cases.entry import WAITS, small_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget


def details_button(
    parent: QWidget,
    record_id: str,
    *,
    what: str,
    drafts: frozenset[str],
    clicked: Callable[[], None],
) -> QPushButton:
    """Return the button that opens `what` is noted of a record, or what was begun of it."""
    begun = DETAILS + record_id in drafts
    verb = "Go on changing" if begun else "Change"
    words = WAITS if begun else "Change…"
    return small_button(parent, words, name=f"{verb} {what}", clicked=clicked)
