"""A user writes notes and diagnoses, and loses none of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis, Note, Patient
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from desktop.cases.details_dialog import DetailsDialog
from desktop.cases.diagnosis_dialog import DiagnosisDialog
from desktop.cases.forms import PatientForm
from desktop.cases.lesion_form import LesionForm
from desktop.cases.note_dialog import NoteDialog
from desktop.cases.place import CasesPlace
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.test_cases import FIRST, enter, read, settle, titles

SAVED = "Has grown since spring."


def page_of(window: Window) -> CasesPlace:
    place = enter(window)
    place.browser.view.opened.emit(place.browser.lesions[titles(place).index(FIRST)])
    settle(window)
    return place


def offers(place: CasesPlace, name: str) -> bool:
    buttons = place.page.findChildren(QPushButton)
    return any(one.accessibleName() == name for one in buttons)


def press(place: CasesPlace, name: str) -> None:
    buttons = place.page.findChildren(QPushButton)
    (button,) = (one for one in buttons if one.accessibleName().startswith(name))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def note_dialog(window: Window) -> NoteDialog:
    notes = window.app.cases.notes
    assert notes is not None
    assert notes.dialog is not None
    return notes.dialog


def is_closed(window: Window) -> bool:
    notes = window.app.cases.notes
    return notes is not None and notes.dialog is None


def save(dialog: NoteDialog | DiagnosisDialog | DetailsDialog) -> None:
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def waits_for(window: Window, place: CasesPlace, words: str) -> None:
    window.bot.waitUntil(lambda: words in read(place))
    settle(window)


def waits_for_no(window: Window, place: CasesPlace, words: str) -> None:
    window.bot.waitUntil(lambda: words not in read(place))
    settle(window)


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


def diagnosis_dialog(window: Window) -> DiagnosisDialog:
    diagnoses = window.app.cases.diagnoses
    assert diagnoses is not None
    assert diagnoses.dialog is not None
    return diagnoses.dialog


def test_a_diagnosis_is_stated_changed_and_taken_back(window: Window, store: CaseStore) -> None:
    del store
    place = page_of(window)
    press(place, "State a diagnosis of Lesion 2")
    dialog = diagnosis_dialog(window)
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
    dialog.code.setCurrentText("Melanocytic nevus")
    dialog.day.setDate(QDate(2026, 2, 3))
    dialog.source.setText("Dr. Ø")
    save(dialog)
    waits_for(window, place, "Clinical diagnosis, 3 Feb 2026, Dr. Ø: Melanocytic nevus")
    window.trigger("undo")
    waits_for_no(window, place, "Dr. Ø")

    press(place, "Change the diagnosis")
    dialog = diagnosis_dialog(window)
    assert dialog.kind.currentIndex() == 1
    assert dialog.code.currentText() == "Melanoma"
    dialog.code.setCurrentIndex(0)
    dialog.words.setText("Spitz nevus")
    save(dialog)
    waits_for(window, place, "Laboratory North: Spitz nevus")


def test_details_are_changed_and_taken_back(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    details = window.app.cases.details
    assert details is not None
    press(place, "Change name and place of Lesion 2")
    dialog = details.dialog
    assert dialog is not None
    assert isinstance(dialog.form, LesionForm)
    assert dialog.form.site.currentText() == "Back"
    dialog.form.label.clear()
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
    dialog.form.label.setText("Upper lesion")
    dialog.form.side.setCurrentText("Left")
    save(dialog)
    waits_for(window, place, "Upper lesion · Back, left")
    window.trigger("undo")
    waits_for(window, place, "Lesion 2 · Back")

    press(place, "Change what is noted of P-7KQ-3M2X")
    dialog = details.dialog
    assert dialog is not None
    assert isinstance(dialog.form, PatientForm)
    assert dialog.form.sex.currentText() == "Female"
    patient = store.get(Patient, place.page.content.patient.id)  # type: ignore[union-attr] # open
    store.save(replace(patient, birth_year=1962))
    dialog.form.name.setText("Berta")
    save(dialog)
    window.bot.waitUntil(lambda: "born 1962" in dialog.said)
    dialog.form.birth_year.setText("1962")
    save(dialog)
    waits_for(window, place, "Berta (P-7KQ-3M2X)")
    assert "Female, born 1962" in read(place)


def test_two_who_change_one_diagnosis_see_each_other(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    press(place, "Change the diagnosis")
    dialog = diagnosis_dialog(window)
    line = store.find(LesionQuery(words="lesion 1")).lines[0]
    (known,) = store.file_of(line.patient_id).diagnoses
    store.save(replace(known, text="Theirs"))
    dialog.words.setText("Mine")
    save(dialog)
    window.bot.waitUntil(lambda: "Melanoma: Theirs" in dialog.said)
    assert store.get(Diagnosis, known.id).text == "Theirs"
    save(dialog)
    waits_for(window, place, "Melanoma: Mine")
    kept = store.get(Diagnosis, known.id)
    assert (kept.text, kept.kind) == ("Mine", DiagnosisKind.PATHOLOGY)
