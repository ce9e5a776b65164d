"""A user writes notes, and loses none of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from core.cases.records import Note
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from desktop.cases.note_dialog import NoteDialog
from desktop.cases.place import CasesPlace
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.case_pages import page_of, press, save, waits_for, waits_for_no
from tests.journeys.in_cases import FIRST, read, settle

SAVED = "Has grown since spring."


def offers(place: CasesPlace, name: str) -> bool:
    buttons = place.page.findChildren(QPushButton)
    return any(one.accessibleName() == name for one in buttons)


def note_dialog(window: Window) -> NoteDialog:
    notes = window.app.cases.notes
    assert notes is not None
    assert notes.dialog is not None
    return notes.dialog


def is_closed(window: Window) -> bool:
    notes = window.app.cases.notes
    return notes is not None and notes.dialog is None


def any_draft(store: CaseStore) -> bool:
    return store.drafts.read(f"note/{the_note(store).id}") is not None


def the_note(store: CaseStore) -> Note:
    line = store.find(LesionQuery(words="lesion 1")).lines[0]
    (note,) = store.file_of(line.patient_id).notes
    return note


def test_a_note_is_written_changed_and_taken_back(window: Window, store: CaseStore) -> None:
    del store
    place = page_of(window)
    assert not window.app.actions["undo"].isEnabled()
    press(place, "Write a note about Lesion 2")
    dialog = note_dialog(window)
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
    dialog.edit.setPlainText("Itches.")
    save(dialog)
    waits_for(window, place, "Itches.")
    window.trigger("undo")
    waits_for_no(window, place, "Itches.")
    window.trigger("redo")
    waits_for(window, place, "Itches.")

    press(place, f"Change the note: {SAVED}")
    dialog = note_dialog(window)
    assert dialog.edit.toPlainText() == SAVED
    dialog.edit.setPlainText("Has not grown.")
    save(dialog)
    waits_for(window, place, "Has not grown.")
    window.trigger("undo")
    waits_for(window, place, SAVED)
    assert "Itches." in read(place)

    press(place, f"Change the note: {SAVED}")
    note_dialog(window).edit.clear()
    save(note_dialog(window))
    waits_for_no(window, place, SAVED)
    window.trigger("undo")
    waits_for(window, place, SAVED)


def test_what_was_being_written_is_offered_again_after_a_crash(
    make_window: MakeWindow, store: CaseStore
) -> None:
    window = make_window()
    press(page_of(window), "Change the note")
    note_dialog(window).edit.setPlainText("Half a sent")
    window.bot.waitUntil(lambda: any_draft(store))  # no key was pressed for it

    again = make_window()  # as the next start would find it
    place = page_of(again)
    marked = [row.title for row in map(place.browser.lesions.__getitem__, range(3)) if row.draft]
    assert marked == [FIRST]
    press(place, "Go on changing the note")
    dialog = note_dialog(again)
    again.bot.waitUntil(lambda: dialog.edit.toPlainText() == "Half a sent")
    assert "did not save it" in dialog.said
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.edit.toPlainText() == SAVED
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again.bot.waitUntil(lambda: not any_draft(store))


def test_a_cancelled_note_is_there_when_it_is_opened_again(
    window: Window, store: CaseStore
) -> None:
    del store
    place = page_of(window)
    press(place, "Write a note about P-7KQ-3M2X")
    note_dialog(window).edit.setPlainText("Two sunburns.")
    QTest.keyClick(note_dialog(window), Qt.Key.Key_Escape)
    window.bot.waitUntil(lambda: is_closed(window))
    go_on = "Go on with the unsaved note about P-7KQ-3M2X"
    window.bot.waitUntil(lambda: offers(place, go_on))
    settle(window)
    spoken = [place.browser.lesions[row].spoken for row in range(3)]
    assert [words.endswith("Unsaved draft") for words in spoken].count(True) == 2  # the patient's
    press(place, go_on)
    dialog = note_dialog(window)
    window.bot.waitUntil(lambda: dialog.edit.toPlainText() == "Two sunburns.")
    save(dialog)
    waits_for(window, place, "Two sunburns.")
    about = "Write a note about P-7KQ-3M2X"
    window.bot.waitUntil(lambda: offers(place, about))
    press(place, about)  # the draft went with the note
    settle(window)
    assert note_dialog(window).edit.toPlainText() == ""
    QTest.keyClick(note_dialog(window), Qt.Key.Key_Escape)


def test_two_who_change_one_note_both_keep_their_words(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    press(place, "Change the note")
    dialog = note_dialog(window)
    dialog.edit.setPlainText("Mine.")
    store.save(replace(the_note(store), text="Theirs."))
    save(dialog)
    window.bot.waitUntil(dialog.theirs.isVisible)
    assert dialog.theirs.toPlainText() == "Theirs."
    assert dialog.edit.toPlainText() == "Mine."
    assert the_note(store).text == "Theirs."
    dialog.edit.setPlainText("Theirs. Mine.")
    save(dialog)
    waits_for(window, place, "Theirs. Mine.")
    assert the_note(store).text == "Theirs. Mine."


def test_an_edit_that_somebody_has_changed_since_is_not_taken_back(
    window: Window, store: CaseStore
) -> None:
    place = page_of(window)
    press(place, "Change the note")
    note_dialog(window).edit.setPlainText("Mine.")
    save(note_dialog(window))
    waits_for(window, place, "Mine.")
    store.save(replace(the_note(store), text="Theirs."))
    window.trigger("undo")
    window.bot.waitUntil(lambda: "Somebody else" in window.app.notice.words)
    waits_for(window, place, "Theirs.")
    assert the_note(store).text == "Theirs."
    assert not window.app.actions["undo"].isEnabled()
