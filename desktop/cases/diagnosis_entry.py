"""A diagnosis on the page, or the way to a new one; where a draft waits, the button says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from core.cases.draft_keys import DIAGNOSIS, NEW_DIAGNOSIS
from core.report.case_words import diagnosis_words
from desktop.cases.entry import WAITS, entry
from desktop.language.words import mark, tr
from desktop.shell.parts import small_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

    from core.cases.records import Diagnosis, Lesion

_GO_ON: Final = mark("Go on with unsaved diagnosis…")


def diagnosis_entry(
    parent: QWidget, diagnosis: Diagnosis, *, drafts: frozenset[str], edit: Callable[[], None]
) -> QHBoxLayout:
    """Return what was stated, with a button to change it."""
    waits = DIAGNOSIS + diagnosis.id in drafts
    name = tr("Go on changing the diagnosis") if waits else tr("Change the diagnosis")
    button = tr(WAITS) if waits else tr("Edit…")
    return entry(parent, diagnosis_words(diagnosis), name=name, edit=edit, button=button)


def new_diagnosis_button(
    parent: QWidget, lesion: Lesion, *, drafts: frozenset[str], clicked: Callable[[], None]
) -> QPushButton:
    """Return the button that opens a new diagnosis, or the one that was begun."""
    begun = NEW_DIAGNOSIS + lesion.id in drafts
    if begun:
        name = tr("Go on with the unsaved diagnosis of {lesion}", lesion=lesion.label)
        return small_button(parent, tr(_GO_ON), name=name, clicked=clicked)
    name = tr("State a diagnosis of {lesion}", lesion=lesion.label)
    return small_button(parent, tr("Add diagnosis…"), name=name, clicked=clicked)
