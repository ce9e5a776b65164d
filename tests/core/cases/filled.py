"""A small practice: patients with lesions, visits, images, analyses, notes and diagnoses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from core.cases.commitment import Commitment
from core.cases.fields import BodySite, DiagnosisKind, Sex
from core.cases.filled_checklist import FilledChecklist
from core.cases.records import (
    Diagnosis,
    Lesion,
    Note,
    Patient,
    StoredAnalysis,
    StoredImage,
)
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.checklists.kinds import ChecklistKind


def fill(store: CaseStore, folder: Path, *, patients: int = 2) -> list[StoredImage]:
    """Fill a store; the images' bytes are no pictures, which the store does not mind."""
    images = []
    for number in range(patients):
        patient = store.add(Patient(birth_year=1950 + number, sex=Sex.OTHER, name=f"Nó {number}"))
        lesion = store.add(Lesion(patient_id=patient.id, label="Lesion 1", site=BodySite.FACE))
        photo = folder / f"photo-{number}.jpg"
        photo.write_bytes(f"pixels {number}".encode() * 100)
        visit = store.visit_on(patient, date(2026, 1, 1 + number))
        image = store.bring_in(photo, lesion=lesion, visit=visit, shape=Shape(10, 8))
        images.append(image)
        store.add(
            StoredAnalysis(
                image_id=image.id, model_name="m", model_version="1", model_sha256="0" * 64,
                finding="nv", probability=0.9, malignant=0.1, content={"spread": None, "p": [0.5]},
            )
        )  # fmt: skip
        store.add(Note(patient_id=patient.id, text="ä\n\u2028", author="me"))
        store.add(Diagnosis(lesion_id=lesion.id, kind=DiagnosisKind.CLINICAL, day=date(2026, 2, 1)))
        store.add(
            FilledChecklist(
                lesion_id=lesion.id, image_id=image.id, kind=ChecklistKind.SEVEN_POINT,
                answers={"veil": ("present",), "dots": ("absent",)}, day=date(2026, 2, 1),
            )
        )  # fmt: skip
        store.add(
            Commitment(
                sha256=image.sha256, malignant=True, final_malignant=number > 0, finding="nv",
                finding_malignant=False, probability=0.9, model_name="m", model_version="1",
                model_sha256="0" * 64,
            )
        )  # fmt: skip
    store.drafts.keep("note/1", "half a sent")
    return images
