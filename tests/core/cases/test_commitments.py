"""What was said before the finding is kept by the image's checksum, and pathology joins it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.commitment import Commitment, CommittedAnswer, Confidence
from core.cases.fields import DiagnosisKind
from core.cases.outcomes import Judged
from core.cases.records import Diagnosis, Lesion, Patient, StoredImage
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.errors import AlreadyInStore

NEVUS = CommittedAnswer(malignant=False, code="nv", confidence=Confidence.FAIR)


@pytest.fixture
def address(address_sealed_too: CaseAddress) -> CaseAddress:
    """Plain, and under a passphrase."""
    return address_sealed_too


def shown(sha256: str = "0" * 64) -> Commitment:
    return Commitment(
        sha256=sha256, finding="mel", finding_malignant=True, probability=0.62,
        model_name="m", model_version="1", model_sha256="ab" * 32,
    )  # fmt: skip


def test_the_first_answer_stays_when_the_last_one_changes(store: CaseStore) -> None:
    kept = store.add(shown().answered(NEVUS))
    assert store.commitment_of(kept.sha256) == kept
    assert (kept.first, kept.final, kept.changed_mind) == (NEVUS, NEVUS, False)
    melanoma = CommittedAnswer(malignant=True, code="mel")
    store.save(kept.with_final(melanoma))
    changed = store.commitment_of(kept.sha256)
    assert changed is not None
    assert (changed.first, changed.final, changed.changed_mind) == (NEVUS, melanoma, True)


def test_being_surer_is_no_change_of_mind() -> None:
    surer = shown().answered(NEVUS).with_final(replace(NEVUS, confidence=Confidence.SURE))
    assert not surer.changed_mind


def test_a_finding_that_was_shown_without_an_answer_is_kept_as_that(store: CaseStore) -> None:
    kept = store.add(shown())
    assert kept.first is kept.final is None
    assert store.all_judged() == (Judged(kept),)


def test_there_is_one_for_each_image(store: CaseStore) -> None:
    store.add(shown())
    assert store.commitment_of("1" * 64) is None
    with pytest.raises(AlreadyInStore):
        store.add(shown())


@pytest.fixture
def image(store: CaseStore, tmp_path: Path) -> StoredImage:
    patient = store.add(Patient())
    lesion = store.add(Lesion(patient_id=patient.id, label="Lesion 1"))
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"pixels")
    visit = store.visit_on(patient, date(2026, 1, 1))
    return store.bring_in(photo, lesion=lesion, visit=visit, shape=Shape(4, 4))


def diagnose(
    store: CaseStore, image: StoredImage, kind: DiagnosisKind, code: str, day: int
) -> None:
    diagnosis = Diagnosis(lesion_id=image.lesion_id, kind=kind, code=code, day=date(2026, 2, day))
    store.add(diagnosis)


def test_the_newest_pathology_of_the_same_image_is_the_outcome(
    store: CaseStore, image: StoredImage
) -> None:
    said = store.add(shown(image.sha256).answered(NEVUS))
    other = store.add(shown().answered(NEVUS))
    diagnose(store, image, DiagnosisKind.CLINICAL, "nv", day=9)
    assert store.all_judged() == (Judged(said), Judged(other))
    diagnose(store, image, DiagnosisKind.PATHOLOGY, "mel", day=3)
    diagnose(store, image, DiagnosisKind.PATHOLOGY, "bkl", day=2)
    diagnose(store, image, DiagnosisKind.PATHOLOGY, "", day=5)  # in words only
    assert store.all_judged() == (Judged(said, "mel"), Judged(other))
    store.delete(image)
    assert store.all_judged() == (Judged(said), Judged(other))
