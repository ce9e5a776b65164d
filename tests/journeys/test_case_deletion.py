"""A user deletes a lesion, and what Undo offers after that."""

from __future__ import annotations

import pytest

from core.cases.address import CaseAddress
from core.cases.records import Note
from core.errors import LentigoError
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window
from tests.journeys.in_cases import FIRST, enter, read, settle, titles
from tests.journeys.test_deleting_cases import confirm


def test_a_deletion_is_not_followed_by_an_undo_of_something_else(
    window: Window, own_cases: CaseAddress
) -> None:
    patient, _ = fill(own_cases)
    place = enter(window)
    place.browser.view.opened.emit(place.browser.lesions[titles(place).index(FIRST)])
    settle(window)
    editor = window.app.cases.editor
    assert editor is not None
    note = Note(patient_id=patient.id, text="Comes every year.")
    editor.keep("write a note", before=None, after=note, done=nothing, failed=fail)
    window.bot.waitUntil(window.app.actions["undo"].isEnabled)
    settle(window)
    place.page.sections[0].unwanted.emit(place.page.sections[0].section)
    confirm(window)
    window.bot.waitUntil(lambda: len(place.page.sections) == 1)
    assert not window.app.actions["undo"].isEnabled()
    assert "Comes every year." in read(place)


def nothing() -> None:
    """Follow nothing from it."""


def fail(error: LentigoError) -> None:
    pytest.fail(error.message)
