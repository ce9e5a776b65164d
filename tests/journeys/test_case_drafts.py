"""A user is kept from saving diagnoses and details, and loses none of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from core.cases.draft_keys import DETAILS, DIAGNOSIS, NEW_DIAGNOSIS
from core.cases.fields import BodyView
from core.cases.records import Diagnosis, Lesion, Patient
from core.cases.search import LesionLine, LesionQuery
from core.cases.store import CaseStore
from desktop.bodymap.places import spot_at
from desktop.cases.details_dialog import DetailsDialog
from desktop.cases.forms import PatientForm
from desktop.cases.lesion_form import LesionForm
from desktop.cases.place import CasesPlace
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.case_pages import page_of, press, save, waits_for
from tests.journeys.in_cases import FIRST, settle
from tests.journeys.test_case_diagnoses import diagnosis_dialog
from tests.journeys.test_case_notes import offers


def line_of(store: CaseStore, words: str) -> LesionLine:
    return store.find(LesionQuery(words=words)).lines[0]


def the_diagnosis(store: CaseStore) -> Diagnosis:
    (known,) = store.file_of(line_of(store, "lesion 1").patient_id).diagnoses
    return known


def details_dialog(window: Window) -> DetailsDialog:
    details = window.app.cases.details
    assert details is not None
    assert details.dialog is not None
    return details.dialog


def marked(place: CasesPlace) -> list[str]:
    lesions = place.browser.lesions
    rows = [lesions[row] for row in range(lesions.rowCount())]
    return [row.title for row in rows if row.draft]


def wait_for_draft(window: Window, store: CaseStore, key: str) -> None:
    window.bot.waitUntil(lambda: store.drafts.read(key) is not None)


def wait_for_none(window: Window, store: CaseStore) -> None:
    window.bot.waitUntil(lambda: not store.drafts.kept())


def test_a_diagnosis_is_offered_again_after_a_crash(
    make_window: MakeWindow, store: CaseStore
) -> None:
    window = make_window()
    press(page_of(window), "Change the diagnosis")
    diagnosis_dialog(window).words.setText("Spitz nev")
    known = the_diagnosis(store)
    wait_for_draft(window, store, DIAGNOSIS + known.id)  # no key was pressed for it
    store.save(replace(known, source="Laboratory South"))  # by somebody else, meanwhile

    again = make_window()  # as the next start would find it
    place = page_of(again)
    assert marked(place) == [FIRST]
    press(place, "Go on changing the diagnosis")
    dialog = diagnosis_dialog(again)
    again.bot.waitUntil(lambda: dialog.words.text() == "Spitz nev")
    assert "did not save it" in dialog.said
    assert dialog.source.text() == "Laboratory South"
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert dialog.words.text() == "in situ"
    assert not dialog.said
    wait_for_none(again, store)


def test_a_cancelled_new_diagnosis_is_gone_on_with_and_saved(
    window: Window, store: CaseStore
) -> None:
    place = page_of(window)
    press(place, "State a diagnosis of Lesion 2")
    diagnosis_dialog(window).source.setText("Dr. Ø")
    QTest.keyClick(diagnosis_dialog(window), Qt.Key.Key_Escape)
    go_on = "Go on with the unsaved diagnosis of Lesion 2"
    window.bot.waitUntil(lambda: offers(place, go_on))
    settle(window)
    assert store.drafts.kept() == {NEW_DIAGNOSIS + line_of(store, "lesion 2").lesion_id}
    press(place, go_on)
    dialog = diagnosis_dialog(window)
    window.bot.waitUntil(lambda: dialog.source.text() == "Dr. Ø")
    dialog.words.setText("Spitz nevus")
    save(dialog)
    waits_for(window, place, "Dr. Ø: Spitz nevus")
    window.bot.waitUntil(lambda: offers(place, "State a diagnosis of Lesion 2"))
    wait_for_none(window, store)


def test_what_was_only_looked_at_leaves_no_draft(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    press(place, "Change the diagnosis")
    diagnosis_dialog(window).words.setText("Other")
    diagnosis_dialog(window).words.setText("in situ")  # as it was
    QTest.keyClick(diagnosis_dialog(window), Qt.Key.Key_Escape)
    settle(window)
    press(place, "Change what is noted of P-7KQ-3M2X")
    QTest.keyClick(details_dialog(window), Qt.Key.Key_Escape)
    settle(window)
    press(place, "State a diagnosis of Lesion 1")  # answered after all that was asked before
    settle(window)
    wait_for_none(window, store)
    assert not marked(place)


def test_a_place_that_was_picked_is_offered_again(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    press(place, "Change name and place of Lesion 2")
    form = details_dialog(window).form
    assert isinstance(form, LesionForm)
    assert form.site.currentText() == "Back"
    spot = spot_at(BodyView.BACK, QPointF(form.map.spot.point) + QPointF(5, 7))  # type: ignore[union-attr] # its place is known
    form.map.mark(spot)
    form.map.picked.emit(form.map.chosen.site, form.map.chosen.side_at(spot.point.x()))  # type: ignore[union-attr] # in a region
    QTest.keyClick(details_dialog(window), Qt.Key.Key_Escape)
    go_on = "Go on changing name and place of Lesion 2"
    window.bot.waitUntil(lambda: offers(place, go_on))
    settle(window)
    lesion_id = line_of(store, "lesion 2").lesion_id
    store.save(replace(store.get(Lesion, lesion_id), label="Upper"))  # by somebody else
    assert len(marked(place)) == 1
    press(page_of(window), "Go on changing name and place of Upper")
    dialog = details_dialog(window)
    window.bot.waitUntil(lambda: "did not save it" in dialog.said)
    assert isinstance(dialog.form, LesionForm)
    assert dialog.form.map.spot == spot
    assert dialog.form.label.text() == "Upper"
    save(dialog)
    wait_for_none(window, store)
    kept = store.get(Lesion, lesion_id)
    assert (kept.view, kept.x, kept.y, kept.label) == (spot.view, spot.x, spot.y, "Upper")


def test_half_a_year_of_birth_is_kept_and_goes_with_the_patient(
    window: Window, store: CaseStore
) -> None:
    place = page_of(window)
    press(place, "Change what is noted of P-7KQ-3M2X")
    form = details_dialog(window).form
    assert isinstance(form, PatientForm)
    form.birth_year.setText("19")
    patient = store.get(Patient, line_of(store, "lesion 1").patient_id)
    wait_for_draft(window, store, DETAILS + patient.id)
    QTest.keyClick(details_dialog(window), Qt.Key.Key_Escape)
    go_on = "Go on changing what is noted of P-7KQ-3M2X"
    window.bot.waitUntil(lambda: offers(place, go_on))
    settle(window)
    assert len(marked(place)) == 2  # both of the patient's
    press(place, go_on)
    dialog = details_dialog(window)
    window.bot.waitUntil(lambda: "did not save it" in dialog.said)
    assert isinstance(dialog.form, PatientForm)
    assert dialog.form.birth_year.text() == "19"
    store.delete(patient)
    assert not store.drafts.kept()
