"""A small practice with pictures that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from core.cases.address import CaseAddress
from core.cases.fields import BodySite, DiagnosisKind, Sex, Side
from core.cases.records import Diagnosis, Lesion, Note, Patient, StoredAnalysis
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.paths import examples_folder

FIRST_DAY = date(2026, 1, 14)


def fill(address: CaseAddress, *, images: int = 3) -> Sequence[Patient]:
    """Keep two patients: one with two lesions and images of the first, one with a bare lesion."""
    store = CaseStore.open(address)
    patient = store.add(Patient(pseudonym="P-7KQ-3M2X", birth_year=1961, sex=Sex.FEMALE))
    first = store.add(
        Lesion(
            patient_id=patient.id, label="Lesion 1", site=BodySite.FOREARM, side=Side.LEFT
        )
    )  # fmt: skip
    store.add(Lesion(patient_id=patient.id, label="Lesion 2", site=BodySite.BACK))
    pictures = sorted(examples_folder().glob("*.jpg"))
    for number in range(images):
        visit = store.visit_on(patient, FIRST_DAY + timedelta(days=91 * number))
        image = store.bring_in(
            pictures[number % len(pictures)], lesion=first, visit=visit, shape=Shape(600, 450)
        )
        store.add(
            StoredAnalysis(
                image_id=image.id, model_name="try-out", model_version="1.0",
                model_sha256="ab" * 32, finding="nv" if number < 2 else "mel",
                probability=0.81 - 0.1 * number, malignant=0.12,
            )
        )  # fmt: skip
    store.add(Note(patient_id=patient.id, lesion_id=first.id, text="Has grown since spring."))
    store.add(
        Diagnosis(
            lesion_id=first.id, kind=DiagnosisKind.PATHOLOGY, code="mel", day=date(2026, 8, 2),
            source="Laboratory North", text="in situ",
        )
    )  # fmt: skip
    other = store.add(Patient(pseudonym="P-22A-BBBB", name="Anna Nó"))
    store.add(Lesion(patient_id=other.id, label="Mole", site=BodySite.FACE))
    store.close()
    return patient, other
