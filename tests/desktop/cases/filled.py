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


def fill(address: CaseAddress, *, images: int = 3, named: str = "") -> Sequence[Patient]:
    """Keep two patients: one with two lesions and images of the first, one with a bare lesion.

    Parameters
    ----------
    address : CaseAddress
        Where.
    images : int
        How many.
    named : str
        Stands behind every name.
    """
    store = CaseStore.open(address)
    patient = store.add(Patient(pseudonym="P-7KQ-3M2X", birth_year=1961, sex=Sex.FEMALE))
    first = store.add(
        Lesion(
            patient_id=patient.id,
            label=f"Lesion 1{named}",
            site=BodySite.FOREARM,
            side=Side.LEFT,
        )
    )
    store.add(Lesion(patient_id=patient.id, label=f"Lesion 2{named}", site=BodySite.BACK))
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
    store.add(
        Note(patient_id=patient.id, lesion_id=first.id, text=f"Has grown since spring.{named}")
    )
    store.add(
        Diagnosis(
            lesion_id=first.id, kind=DiagnosisKind.PATHOLOGY, code="mel", day=date(2026, 8, 2),
            source=f"Laboratory North{named}", text="in situ",
        )
    )  # fmt: skip
    other = store.add(Patient(pseudonym="P-22A-BBBB", name=f"Anna Nó{named}"))
    store.add(Lesion(patient_id=other.id, label=f"Mole{named}", site=BodySite.FACE))
    store.close()
    return patient, other
