"""A lesion in three visits: phantoms, the second moved, the third of another lesion."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.cases.address import CaseAddress
from core.cases.fields import BodySite
from core.cases.records import Lesion, Patient, StoredAnalysis, StoredImage
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.phantoms import PhantomKind
from tests.core.followup.warping import phantom, photographed, similarity

DAYS = (date(2026, 1, 14), date(2026, 7, 15), date(2026, 10, 1))
PROBABILITIES: tuple[Mapping[str, float], ...] = (
    {"nv": 0.8, "mel": 0.15, "bcc": 0.05},
    {"nv": 0.4, "mel": 0.55, "bcc": 0.05},
    {"nv": 0.4, "mel": 0.55, "bcc": 0.05},
)


def pictures() -> list[NDArray[np.uint8]]:
    """Three pictures; the last shows another lesion."""
    first = phantom(PhantomKind.RETICULAR, seed=2)
    matrix = similarity(first, degrees=14, scale=0.92, shift=(24, -12))
    # Cut, so that no black corners are left.
    second = photographed(first, matrix)[50:-50, 60:-60]
    return [first, second, phantom(PhantomKind.LACUNAE, seed=11)]


def fill(
    address: CaseAddress, folder: Path, *, images: int = 3
) -> tuple[Lesion, list[StoredImage]]:
    """Keep a patient with this lesion; the third finding is another model's."""
    store = CaseStore.open(address)
    patient = store.add(Patient(pseudonym="P-7KQ-3M2X"))
    lesion = store.add(Lesion(patient_id=patient.id, label="Lesion 1", site=BodySite.FOREARM))
    kept = []
    for number, pixels in enumerate(pictures()[:images]):
        path = folder / f"visit-{number}.png"
        Image.fromarray(pixels).save(path)
        visit = store.visit_on(patient, DAYS[number])
        shape = Shape(pixels.shape[1], pixels.shape[0])
        image = store.bring_in(path, lesion=lesion, visit=visit, shape=shape)
        kept.append(image)
        store.add(_analysis(image, PROBABILITIES[number], model="b" if number == 2 else "a"))
    store.close()
    return lesion, kept


def _analysis(
    image: StoredImage, probabilities: Mapping[str, float], *, model: str
) -> StoredAnalysis:
    finding = max(probabilities, key=lambda code: probabilities[code])
    return StoredAnalysis(
        image_id=image.id, model_name="m", model_version="1", model_sha256=model * 64,
        finding=finding, probability=probabilities[finding],
        malignant=probabilities["mel"] + probabilities["bcc"],
        content={"probabilities": dict(probabilities)},
    )  # fmt: skip
