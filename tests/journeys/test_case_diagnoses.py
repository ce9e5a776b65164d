"""A user states diagnoses and details, and loses none of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialogButtonBox

from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis, Patient
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from desktop.cases.diagnosis_dialog import DiagnosisDialog
from desktop.cases.forms import PatientForm
from desktop.cases.lesion_form import LesionForm
from tests.desktop.windows import Window
from tests.journeys.case_pages import page_of, press, save, waits_for, waits_for_no
from tests.journeys.in_cases import read


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
