"""Lesions are found by what anybody would remember of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.draft_keys import NEW_NOTE, NOTE
from core.cases.fields import BodySite, DiagnosisKind
from core.cases.records import Diagnosis, Lesion, Note, Patient, StoredAnalysis
from core.cases.search import LesionQuery
from core.cases.shape import Shape
from core.cases.store import CaseStore


@pytest.fixture
def address(address_sealed_too: CaseAddress) -> CaseAddress:
    """Plain, and under a passphrase."""
    return address_sealed_too


@pytest.fixture
def filled(store: CaseStore, tmp_path: Path) -> CaseStore:
    """Müller with two lesions, one of them seen twice, and a pseudonymous patient with one."""
    named = store.add(Patient(pseudonym="P-AAA-AAAA", name="Jörg Müller"))
    other = store.add(Patient(pseudonym="P-BBB-BBBB"))
    back = store.add(Lesion(patient_id=named.id, label="Back", site=BodySite.BACK))
    arm = store.add(Lesion(patient_id=named.id, label="Arm", site=BodySite.FOREARM))
    foot = store.add(Lesion(patient_id=other.id, label="Foot", site=BodySite.SOLE))
    photo = tmp_path / "photo.jpg"
    for lesion, patient, day, finding in (
        (back, named, date(2026, 1, 1), "nv"),
        (back, named, date(2026, 6, 1), "mel"),
        (foot, other, date(2026, 2, 1), "nv"),
    ):
        photo.write_bytes(f"{lesion.id} {day}".encode())
        visit = store.visit_on(patient, day)
        image = store.bring_in(photo, lesion=lesion, visit=visit, shape=Shape(4, 3))
        store.add(
            StoredAnalysis(
                image_id=image.id, model_name="m", model_version="1", model_sha256="0" * 64,
                finding=finding, probability=0.8, malignant=0.1,
            )
        )  # fmt: skip
    store.add(Note(patient_id=named.id, text="Two sunburns in childhood, 100% sure."))
    store.add(Note(patient_id=other.id, lesion_id=foot.id, text="Painless"))
    store.add(
        Diagnosis(
            lesion_id=arm.id,
            kind=DiagnosisKind.CLINICAL,
            code="bkl",
            text="Verruca",
            day=date(2026, 1, 2),
        )
    )
    return store


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        (LesionQuery(), {"Back", "Arm", "Foot"}),
        (LesionQuery(words="muller"), {"Back", "Arm"}),
        (LesionQuery(words="MÜLLER back"), {"Back"}),
        (LesionQuery(words="p-bbb"), {"Foot"}),
        (LesionQuery(words="sunburn"), {"Back", "Arm"}),
        (LesionQuery(words="painless"), {"Foot"}),
        (LesionQuery(words="verruca"), {"Arm"}),
        (LesionQuery(words="100%"), {"Back", "Arm"}),
        (LesionQuery(words="1%0"), set()),
        (LesionQuery(words="_"), set()),
        (LesionQuery(words="\\"), set()),
        (LesionQuery(site=BodySite.SOLE), {"Foot"}),
        (LesionQuery(finding="nv"), {"Back", "Foot"}),
        (LesionQuery(finding="nv", words="back"), {"Back"}),
        (LesionQuery(diagnosis="bkl"), {"Arm"}),
        (LesionQuery(since=date(2026, 3, 1)), {"Back"}),
        (LesionQuery(until=date(2026, 1, 31)), {"Back"}),
        (LesionQuery(since=date(2026, 1, 2), until=date(2026, 5, 1)), {"Foot"}),
        (LesionQuery(unseen_since=date(2026, 3, 1)), {"Foot"}),
        (LesionQuery(unseen_since=date(2026, 7, 1)), {"Back", "Foot"}),
        (LesionQuery(malignant=True), set()),
    ],
)
def test_what_is_asked_is_found(filled: CaseStore, query: LesionQuery, labels: set[str]) -> None:
    found = filled.find(query)
    assert {line.label for line in found.lines} == labels
    assert found.total == len(labels)


def test_a_line_tells_how_a_lesion_stands(filled: CaseStore) -> None:
    (line,) = filled.find(LesionQuery(words="back")).lines
    assert (line.name, line.site, line.images) == ("Jörg Müller", BodySite.BACK, 2)
    assert (line.last_day, line.finding, line.probability) == (date(2026, 6, 1), "mel", 0.8)
    assert line.diagnosis is None
    (line,) = filled.find(LesionQuery(words="arm")).lines
    assert (line.images, line.last_day, line.finding, line.diagnosis) == (0, None, None, "bkl")


def test_pages_hold_each_lesion_once(store: CaseStore) -> None:
    patient = store.add(Patient())
    for number in range(7):
        store.add(Lesion(patient_id=patient.id, label=str(number)))
    pages = [store.find(LesionQuery(page=page, size=3)) for page in range(4)]
    assert [len(page.lines) for page in pages] == [3, 3, 1, 0]
    assert {page.total for page in pages} == {7}
    labels = [line.label for page in pages for line in page.lines]
    assert labels == ["6", "5", "4", "3", "2", "1", "0"]


@pytest.mark.parametrize(
    ("novelty", "novel"), [(None, None), ({"novel": True}, True), ({"novel": False}, False)]
)
def test_a_line_says_whether_the_newest_image_was_strange(
    filled: CaseStore, *, novelty: object, novel: bool | None
) -> None:
    foot = filled.find(LesionQuery(words="foot")).lines[0]
    assert foot.novel is None  # nothing was said of it
    file = filled.file_of(foot.patient_id)
    filled.add(
        StoredAnalysis(
            image_id=file.images[0].id, model_name="m", model_version="1", model_sha256="0" * 64,
            finding="nv", probability=0.8, malignant=0.1, content={"novelty": novelty},
        )
    )  # fmt: skip
    assert filled.find(LesionQuery(words="foot")).lines[0].novel is novel


@pytest.mark.parametrize(
    ("malignant", "decided", "found"),
    [(0.5, None, True), (0.49, None, False), (0.2, True, True), (0.8, False, False)],
)
def test_what_counts_as_malignant_follows_the_operating_point_of_its_time(
    filled: CaseStore, *, malignant: float, decided: bool | None, found: bool
) -> None:
    foot = filled.find(LesionQuery(words="foot")).lines[0]
    (image,) = filled.file_of(foot.patient_id).images
    point = None if decided is None else {"name": "sensitivity_90", "malignant": decided}
    filled.add(
        StoredAnalysis(
            image_id=image.id, model_name="m", model_version="1", model_sha256="0" * 64,
            finding="mel", probability=0.8, malignant=malignant, content={"operating_point": point},
        )
    )  # fmt: skip
    lines = filled.find(LesionQuery(malignant=True)).lines
    assert [line.label for line in lines] == (["Foot"] if found else [])


def test_chosen_lesions_are_found_whatever_else_there_is(filled: CaseStore) -> None:
    ids = tuple(line.lesion_id for line in filled.find(LesionQuery()).lines if line.label != "Arm")
    found = filled.find(LesionQuery(lesion_ids=ids, site=BodySite.SOLE))
    assert [line.label for line in found.lines] == ["Foot"]
    assert filled.find(LesionQuery(lesion_ids=ids)).total == 2


def test_a_draft_marks_its_lesion_and_one_about_the_patient_all_of_theirs(
    filled: CaseStore,
) -> None:
    def marked() -> set[str]:
        return {line.label for line in filled.find(LesionQuery()).lines if line.draft}

    assert marked() == set()
    lines = {line.label: line for line in filled.find(LesionQuery()).lines}
    filled.drafts.keep(NEW_NOTE + lines["Arm"].lesion_id, "begun")
    assert marked() == {"Arm"}
    (note,) = filled.file_of(lines["Foot"].patient_id).notes
    filled.drafts.keep(NOTE + note.id, "changed")
    assert marked() == {"Arm", "Foot"}
    assert NOTE + note.id in filled.drafts.kept()
    filled.drafts.keep(NEW_NOTE + lines["Arm"].patient_id, "begun")
    assert marked() == {"Arm", "Foot", "Back"}
    for key in filled.drafts.kept():
        filled.drafts.drop(key)
    assert marked() == set()
