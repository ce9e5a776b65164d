"""A selection is whole: each analysis is a row, and no lesion is lost for want of images."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.fields import DiagnosisKind
from core.cases.filled_checklist import FilledChecklist
from core.cases.records import Diagnosis, Lesion, Patient, StoredAnalysis
from core.cases.search import LesionQuery
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.checklists.kinds import ChecklistKind


@pytest.fixture
def address(address_sealed_too: CaseAddress) -> CaseAddress:
    """Plain, and under a passphrase."""
    return address_sealed_too


def analysis(image_id: str, finding: str) -> StoredAnalysis:
    return StoredAnalysis(
        image_id=image_id, model_name="m", model_version="1", model_sha256="0" * 64,
        finding=finding, probability=0.8, malignant=0.1,
    )  # fmt: skip


def test_each_analysis_is_a_row_in_the_order_of_time(store: CaseStore, tmp_path: Path) -> None:
    patient = store.add(Patient(pseudonym="P-B"))
    bare = store.add(Patient(pseudonym="P-A"))
    store.add(Lesion(patient_id=bare.id, label="Bare"))
    lesion = store.add(Lesion(patient_id=patient.id, label="Seen"))
    photo = tmp_path / "a.jpg"
    for day in (date(2026, 2, 1), date(2026, 1, 1)):
        photo.write_bytes(str(day).encode())
        visit = store.visit_on(patient, day)
        image = store.bring_in(photo, lesion=lesion, visit=visit, shape=Shape(4, 3))
    for finding in ("nv", "mel"):
        store.add(analysis(image.id, finding))
    for kind, code, number in (
        (DiagnosisKind.CLINICAL, "nv", 1),
        (DiagnosisKind.CLINICAL, "mel", 3),
        (DiagnosisKind.PATHOLOGY, "bkl", 2),
    ):
        day = date(2026, 3, number)
        store.add(Diagnosis(lesion_id=lesion.id, kind=kind, code=code, day=day))
    for number in (4, 2):
        filled = FilledChecklist(
            lesion_id=lesion.id, kind=ChecklistKind.ABCD, day=date(2026, 3, number)
        )
        store.add(filled)
    rows = store.selected(LesionQuery())
    assert [(row.label, row.day, row.finding) for row in rows] == [
        ("Bare", None, None),
        ("Seen", date(2026, 1, 1), "nv"),
        ("Seen", date(2026, 1, 1), "mel"),
        ("Seen", date(2026, 2, 1), None),
    ]
    newest = rows[1].diagnoses
    assert newest[DiagnosisKind.CLINICAL].code == "mel"
    assert newest[DiagnosisKind.PATHOLOGY].code == "bkl"
    assert not rows[0].diagnoses
    assert not rows[0].checklists
    assert [one.day.day for one in rows[1].checklists.values()] == [4]
    assert [row.label for row in store.selected(LesionQuery(words="bare"))] == ["Bare"]


def test_more_lesions_than_a_question_may_name_all_come(store: CaseStore) -> None:
    patient = store.add(Patient())
    labels = [f"{number}" for number in range(1203)]
    store.add_all([Lesion(patient_id=patient.id, label=label) for label in labels])
    rows = store.selected(LesionQuery(size=10))
    assert sorted(row.label for row in rows) == sorted(labels)
