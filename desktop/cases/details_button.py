"""The way to change what is noted of a patient or a lesion; where a draft waits, it says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.cases.draft_keys import DETAILS
from desktop.cases.entry import WAITS
from desktop.language.words import tr
from desktop.shell.parts import small_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget


def details_button(
    parent: QWidget,
    record_id: str,
    *,
    change: str,
    go_on: str,
    drafts: frozenset[str],
    clicked: Callable[[], None],
) -> QPushButton:
    """Return the button that opens what is noted of a record, or what was begun of it.

    Screen readers hear `change`, or `go_on`.
    """
    begun = DETAILS + record_id in drafts
    words = tr(WAITS) if begun else tr("Change…")
    return small_button(parent, words, name=go_on if begun else change, clicked=clicked)
