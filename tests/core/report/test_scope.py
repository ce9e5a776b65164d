"""A report of a part of the file holds that part and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.patient_file import PatientFile
from core.cases.store import CaseStore
from core.errors import UsageError
from core.report.scope import Scope
from tests.desktop.cases.filled import FIRST_DAY, fill


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PatientFile]:
    address = CaseAddress.of("", folder=tmp_path)
    patient, _ = fill(address)
    store = CaseStore.open(address)
    yield store.file_of(patient.id)
    store.close()


def test_by_default_it_is_the_whole_file(file: PatientFile) -> None:
    assert Scope().of(file) == file
    assert Scope().words(file) == ""
    assert Scope().file_name(file) == "P-7KQ-3M2X.report.pdf"


def test_one_lesion_leaves_out_what_is_written_about_others(file: PatientFile) -> None:
    first, second = file.lesions
    scope = Scope(lesion_id=second.id)
    part = scope.of(file)
    assert part.lesions == (second,)
    assert (part.images, part.analyses, part.diagnoses, part.notes) == ((), (), (), ())
    assert scope.words(file) == "Report on Lesion 2"
    part = Scope(lesion_id=first.id).of(file)
    assert len(part.images) == len(part.analyses) == len(part.visits) == 3
    assert [note.text for note in part.notes] == ["Has grown since spring."]


def test_one_visit_shows_only_what_was_seen_on_its_day(file: PatientFile) -> None:
    scope = Scope(day=FIRST_DAY)
    part = scope.of(file)
    assert [lesion.label for lesion in part.lesions] == ["Lesion 1"]
    assert len(part.images) == len(part.analyses) == 1
    assert (part.diagnoses, part.notes) == ((), ())  # stated and written on other days
    assert scope.words(file) == "Report on the visit of 14 Jan 2026"
    both = Scope(lesion_id=file.lesions[0].id, day=FIRST_DAY)
    assert both.words(file) == "Report on Lesion 1, the visit of 14 Jan 2026"
    assert both.file_name(file) == "P-7KQ-3M2X.Lesion-1.2026-01-14.report.pdf"


@pytest.mark.parametrize("scope", [Scope(lesion_id="gone"), Scope(day=date(1999, 1, 1))])
def test_what_is_not_there_is_said(file: PatientFile, scope: Scope) -> None:
    with pytest.raises(UsageError):
        scope.of(file)
