"""What is kept is there again, whoever opens it next; what is deleted is gone."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.fields import BodySite, BodyView, DiagnosisKind, ScaleSource, Sex, Side
from core.cases.filled_checklist import FilledChecklist
from core.cases.records import (
    Diagnosis,
    Lesion,
    Note,
    Patient,
    Record,
    StoredAnalysis,
    StoredImage,
    Visit,
)
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.checklists.kinds import ChecklistKind
from core.errors import AlreadyInStore, ChangedMeanwhile, FileMissing, ImageChanged, NotInStore

SHAPE = Shape(64, 48)
DAY = date(2026, 3, 1)


@pytest.fixture
def address(address_sealed_too: CaseAddress) -> CaseAddress:
    """Plain, and under a passphrase."""
    return address_sealed_too


@pytest.fixture
def patient(store: CaseStore) -> Patient:
    return store.add(Patient(birth_year=1970, sex=Sex.FEMALE, skin_type=2))


@pytest.fixture
def lesion(store: CaseStore, patient: Patient) -> Lesion:
    return store.add(
        Lesion(
            patient_id=patient.id, label="Lesion 1", site=BodySite.BACK, side=Side.LEFT,
            view=BodyView.BACK, x=0.25, y=0.5,
        )
    )  # fmt: skip


@pytest.fixture
def bring_in(
    store: CaseStore, patient: Patient, lesion: Lesion, tmp_path: Path
) -> Callable[..., StoredImage]:
    def bring(content: bytes, *, day: date = DAY) -> StoredImage:
        file = tmp_path / "photo.jpg"
        file.write_bytes(content)
        return store.bring_in(file, lesion=lesion, visit=store.visit_on(patient, day), shape=SHAPE)

    return bring


def analysis(
    image: StoredImage, *, finding: str = "mel", probability: float = 0.6
) -> StoredAnalysis:
    return StoredAnalysis(
        image_id=image.id, model_name="VGG16", model_version="1", model_sha256="ab" * 32,
        finding=finding, probability=probability, malignant=0.7,
        content={"probabilities": {"mel": 0.6, "nv": 0.4}},
    )  # fmt: skip


def bytes_of(store: CaseStore, image: StoredImage) -> bytes:
    original = store.original(image)
    return original.read_bytes() if isinstance(original, Path) else original.read_whole()


def test_everything_is_there_again(
    address: CaseAddress, store: CaseStore, patient: Patient, lesion: Lesion,
    bring_in: Callable[..., StoredImage],
) -> None:  # fmt: skip
    image = bring_in(b"pixels")
    kept: list[Record] = [
        store.add(analysis(image)),
        store.add(Note(patient_id=patient.id, text="Sun-damaged.\nTwo sunburns.", author="Dr. Ø")),
        store.add(Note(patient_id=patient.id, lesion_id=lesion.id, text="Grew.", author="Dr. Ø")),
        store.add(
            Diagnosis(
                lesion_id=lesion.id, kind=DiagnosisKind.PATHOLOGY, code="mel", text="Melanoma",
                day=date(2026, 3, 9), source="Institute of Pathology, 2026/0815",
            )
        ),
        store.add(
            FilledChecklist(
                lesion_id=lesion.id, image_id=image.id, kind=ChecklistKind.ABCD,
                answers={"colours": ("red", "black"), "border": ()}, day=date(2026, 3, 9),
            )
        ),
    ]  # fmt: skip
    scaled = dataclasses.replace(image, mm_per_pixel=0.02, scale_source=ScaleSource.RULER)
    image = store.save(scaled)
    store.close()
    again = CaseStore.open(address)
    for record in (patient, lesion, image, *kept):
        assert again.get(type(record), record.id) == record
    file = again.file_of(patient)
    assert file.patient == patient
    assert file.lesions == (lesion,)
    assert file.images == (image,)
    assert file.analysis_of(image.id) == kept[0]
    assert file.notes == tuple(kept[1:3])
    assert file.diagnoses == (kept[3],)
    assert file.checklists == (kept[4],)
    assert [visit.day for visit in file.visits] == [DAY]
    assert bytes_of(again, image) == b"pixels"
    again.close()


def test_a_checklist_outlives_the_image_that_was_judged_but_not_the_lesion(
    store: CaseStore, patient: Patient, lesion: Lesion, bring_in: Callable[..., StoredImage]
) -> None:
    image = bring_in(b"pixels")
    filled = store.add(
        FilledChecklist(
            lesion_id=lesion.id, image_id=image.id, kind=ChecklistKind.SEVEN_POINT,
            answers={"veil": ("present",)}, day=DAY,
        )
    )  # fmt: skip
    store.delete(image)
    assert store.file_of(patient).checklists == (dataclasses.replace(filled, image_id=None),)
    store.delete(lesion)
    assert store.file_of(patient).checklists == ()


def test_several_are_kept_together_or_not_at_all(store: CaseStore, patient: Patient) -> None:
    new = Patient()
    with pytest.raises(AlreadyInStore):
        store.add_all([new, Patient(pseudonym=patient.pseudonym)])
    with pytest.raises(NotInStore):
        store.get(Patient, new.id)
    lesion = Lesion(patient_id=new.id, label="Lesion 1")
    store.add_all([new, lesion])
    assert store.file_of(new).lesions == (lesion,)


def test_a_file_that_is_not_what_was_analysed_is_not_kept(
    store: CaseStore, patient: Patient, lesion: Lesion, tmp_path: Path
) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"other pixels")
    visit = store.visit_on(patient, DAY)
    with pytest.raises(ImageChanged):
        store.bring_in(file, lesion=lesion, visit=visit, shape=SHAPE, sha256="0" * 64)
    assert store.file_of(patient).images == ()
    assert not list(store.images.names())
    assert not list(store.images.folder.rglob("*.part"))


def test_moments_come_back_in_utc(store: CaseStore) -> None:
    there = timezone(timedelta(hours=5))
    patient = store.add(Patient(created=datetime(2026, 1, 1, 3, 0, tzinfo=there)))
    kept = store.get(Patient, patient.id).created
    assert kept == datetime(2025, 12, 31, 22, 0, tzinfo=UTC)
    assert kept.utcoffset() == timedelta(0)


def test_pseudonyms_are_unique(store: CaseStore, patient: Patient) -> None:
    with pytest.raises(AlreadyInStore):
        store.add(Patient(pseudonym=patient.pseudonym))


def test_a_second_writer_loses_nothing_of_the_first(
    address: CaseAddress, store: CaseStore, patient: Patient
) -> None:
    note = store.add(Note(patient_id=patient.id, text="first"))
    other = CaseStore.open(address)
    theirs = other.save(dataclasses.replace(other.get(Note, note.id), text="first and second"))
    with pytest.raises(ChangedMeanwhile, match="Somebody else has changed this note") as told:
        store.save(dataclasses.replace(note, text="first, mine"))
    assert told.value.value == theirs
    assert store.get(Note, note.id).text == "first and second"
    merged = dataclasses.replace(theirs, text="first and second, mine")
    assert store.save(merged).version == 3
    other.close()


def test_what_is_gone_cannot_be_saved(store: CaseStore, patient: Patient) -> None:
    note = store.add(Note(patient_id=patient.id, text="a"))
    store.delete(note)
    store.delete(note)
    with pytest.raises(NotInStore, match="This note has been deleted"):
        store.save(dataclasses.replace(note, text="b"))
    with pytest.raises(NotInStore, match="deleted"):
        store.add(Note(patient_id="not there", text="c"))


def test_deleting_a_patient_deletes_everything(
    store: CaseStore, patient: Patient, lesion: Lesion, bring_in: Callable[..., StoredImage]
) -> None:
    image = bring_in(b"pixels")
    said = store.add(analysis(image))
    store.delete(patient)
    for record in (patient, lesion, image, said):
        with pytest.raises(NotInStore):
            store.get(type(record), record.id)
    assert list(store.images.names()) == []


@pytest.mark.parametrize("kind", ["lesion", "visit", "image"])
def test_originals_go_with_what_they_belong_to(
    store: CaseStore,
    patient: Patient,
    lesion: Lesion,
    bring_in: Callable[..., StoredImage],
    kind: str,
) -> None:
    image, later = bring_in(b"one"), bring_in(b"two", day=date(2026, 4, 1))
    record: Record = {"lesion": lesion, "visit": store.get(Visit, image.visit_id), "image": image}[
        kind
    ]
    store.delete(record)
    left = [] if kind == "lesion" else [store.images.name(later.sha256)]
    assert list(store.images.names()) == left
    assert [one.id for one in store.file_of(patient).images] == (
        [] if kind == "lesion" else [later.id]
    )


def test_an_original_in_two_lesions_stays_with_the_other(
    store: CaseStore, patient: Patient, bring_in: Callable[..., StoredImage], tmp_path: Path
) -> None:
    first = bring_in(b"same")
    other = store.add(Lesion(patient_id=patient.id, label="Lesion 2"))
    visit = store.visit_on(patient, DAY)
    second = store.bring_in(tmp_path / "photo.jpg", lesion=other, visit=visit, shape=SHAPE)
    assert first.sha256 == second.sha256
    store.delete(first)
    assert bytes_of(store, second) == b"same"
    store.delete(second)
    assert not store.images.path(second.sha256).exists()


def test_a_deletion_that_was_cut_off_is_finished_at_the_next_start(
    address: CaseAddress, store: CaseStore, bring_in: Callable[..., StoredImage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    image, again = bring_in(b"pixels"), bring_in(b"other")
    with monkeypatch.context() as patch:
        patch.setattr("core.cases.store.sweep", lambda *_: None)  # the kill
        store.delete(image)
        store.delete(again)
    assert store.images.path(image.sha256).exists()
    back = bring_in(b"other")
    store.close()
    CaseStore.open(address).close()
    assert not store.images.path(image.sha256).exists()
    assert bytes_of(store, back) == b"other"


def test_one_visit_a_day(store: CaseStore, patient: Patient) -> None:
    first = store.visit_on(patient, DAY)
    assert store.visit_on(patient, DAY) == first
    assert store.visit_on(patient, date(2026, 3, 2)) != first


def test_an_image_that_is_not_there_leaves_nothing(
    store: CaseStore, patient: Patient, lesion: Lesion, tmp_path: Path
) -> None:
    visit = store.visit_on(patient, DAY)
    with pytest.raises(FileMissing):
        store.bring_in(tmp_path / "no.jpg", lesion=lesion, visit=visit, shape=SHAPE)
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"pixels")
    store.delete(lesion)
    with pytest.raises(NotInStore):
        store.bring_in(file, lesion=lesion, visit=visit, shape=SHAPE)
    assert store.file_of(patient).images == ()
    assert list(store.images.names()) == []
    assert list(store.images.folder.rglob("*.part")) == []


def test_drafts_wait_for_their_author(address: CaseAddress, store: CaseStore) -> None:
    assert store.drafts.read("note/1") is None
    store.drafts.keep("note/1", "half a")
    store.drafts.keep("note/1", "half a sentence")
    store.drafts.keep("note/2", "other")
    store.close()
    again = CaseStore.open(address)
    assert again.drafts.read("note/1") == "half a sentence"
    again.drafts.drop("note/1")
    assert again.drafts.read("note/1") is None
    assert again.drafts.read("note/2") == "other"
    again.close()
