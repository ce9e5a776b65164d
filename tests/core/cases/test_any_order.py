"""Whatever is done to cases, in any order, leaves what plain Python would have left.

Adding, changing and deleting; closing and opening; a passphrase, and none; a backup, and back.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.cases.address import CaseAddress
from core.cases.backup.restore import restore_backup
from core.cases.fields import BodySite, DiagnosisKind
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
from core.cases.search import LesionQuery
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.cases.vault import key_file
from core.cases.vault.conversion import change_passphrase, decrypt, encrypt
from core.checklists.kinds import ChecklistKind
from core.errors import (
    AlreadyInStore,
    ChangedMeanwhile,
    NotInStore,
    StoreBusy,
    StoreSealed,
    WrongPassphrase,
)
from tests.core.cases.expected_cases import ExpectedCases, described, found
from tests.core.cases.vault.sealed_cases import CHEAP, OTHER, PASSPHRASE, WRONG

R = TypeVar("R", bound=Record)
WORDS = st.text(max_size=20)
PICK = st.integers(0, 50)
FIRST_DAY = date(2026, 1, 1)


def has(kind: type[Record]) -> Callable[[AnyOrder], bool]:
    return lambda machine: bool(machine.expected.of(kind))


class AnyOrder(RuleBasedStateMachine):
    """A store, beside what it should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="lentigo-any-order-"))
        self.cheap = patch.object(key_file, "COST", CHEAP)
        self.cheap.start()
        self.expected = ExpectedCases()
        self.gone: list[Record] = []
        self.passphrase: str | None = None
        self.address = self._place()
        self.store = CaseStore.open(self.address)

    def teardown(self) -> None:
        self.store.close()
        self.cheap.stop()
        shutil.rmtree(self.folder)

    # What is there

    @rule(name=WORDS, year=st.none() | st.integers(1900, 2026))
    def add_patient(self, name: str, year: int | None) -> None:
        self._add(Patient(name=name, birth_year=year))

    @precondition(has(Patient))
    @rule(pick=PICK, label=WORDS, site=st.none() | st.sampled_from(BodySite))
    def add_lesion(self, pick: int, label: str, site: BodySite | None) -> None:
        self._add(Lesion(patient_id=self._one(Patient, pick).id, label=label, site=site))

    @precondition(has(Patient))
    @rule(pick=PICK, day=st.integers(0, 3))
    def visit(self, pick: int, day: int) -> None:
        patient, on = self._one(Patient, pick), FIRST_DAY + timedelta(days=day)
        got = self.store.visit_on(patient, on)
        known = [
            one for one in self.expected.of(Visit) if (one.patient_id, one.day) == (patient.id, on)
        ]
        assert not known or known == [got]
        self.expected.put(got)

    @precondition(has(Lesion))
    @rule(pick=PICK, content=st.integers(0, 3))
    def bring_in(self, pick: int, content: int) -> None:
        lesion = self._one(Lesion, pick)
        visit = self.store.visit_on(self.store.get(Patient, lesion.patient_id), FIRST_DAY)
        self.expected.put(visit)
        data = bytes([content]) * 100
        image = self.store.bring_in(data, lesion=lesion, visit=visit, shape=Shape(3, 2), name="a")
        assert image.sha256 == hashlib.sha256(data).hexdigest()
        self.expected.put(image)

    @precondition(has(StoredImage))
    @rule(pick=PICK, share=st.floats(0, 1))
    def analyse(self, pick: int, share: float) -> None:
        image = self._one(StoredImage, pick)
        self._add(
            StoredAnalysis(
                image_id=image.id, model_name="m", model_version="1", model_sha256="0" * 64,
                finding="nv", probability=share, malignant=1 - share, content={"p": [share]},
            )
        )  # fmt: skip

    @precondition(has(StoredImage))
    @rule(pick=PICK)
    def fill_checklist(self, pick: int) -> None:
        image = self._one(StoredImage, pick)
        kind, answers = ChecklistKind.SEVEN_POINT, {"veil": ("present",)}
        self._add(
            FilledChecklist(
                lesion_id=image.lesion_id, image_id=image.id, kind=kind, answers=answers,
                day=FIRST_DAY,
            )
        )  # fmt: skip

    @precondition(has(Lesion))
    @rule(pick=PICK, text=WORDS, about_lesion=st.booleans())
    def note(self, pick: int, text: str, *, about_lesion: bool) -> None:
        lesion = self._one(Lesion, pick)
        about = lesion.id if about_lesion else None
        self._add(Note(patient_id=lesion.patient_id, lesion_id=about, text=text))
        self._add(
            Diagnosis(lesion_id=lesion.id, kind=DiagnosisKind.CLINICAL, text=text, day=FIRST_DAY)
        )

    @precondition(has(Patient))
    @rule(pick=PICK, name=WORDS)
    def rename(self, pick: int, name: str) -> None:
        seen = self._one(Patient, pick)
        self.expected.put(self.store.save(replace(seen, name=name)))
        with pytest.raises(ChangedMeanwhile):
            self.store.save(replace(seen, name="what the slower of two wrote"))

    @precondition(has(Note))
    @rule(pick=PICK, text=WORDS)
    def rewrite(self, pick: int, text: str) -> None:
        self.expected.put(self.store.save(replace(self._one(Note, pick), text=text)))

    @precondition(has(Record))
    @rule(pick=PICK)
    def delete(self, pick: int) -> None:
        record = self._one(Record, pick)
        self.store.delete(record)
        self.expected.remove(record)
        self.gone.append(record)

    # What is refused changes nothing

    @precondition(has(Patient))
    @rule(pick=PICK)
    def add_all_or_none(self, pick: int) -> None:
        new, twice = Patient(), Patient(pseudonym=self._one(Patient, pick).pseudonym)
        with pytest.raises(AlreadyInStore):
            self.store.add_all([new, twice])

    @precondition(lambda self: self.gone)
    @rule(pick=PICK)
    def go_on_with_what_is_gone(self, pick: int) -> None:
        record = self.gone[pick % len(self.gone)]
        with pytest.raises(NotInStore):
            self.store.save(record)
        with pytest.raises(NotInStore):
            self.store.get(type(record), record.id)
        self.store.delete(record)  # which somebody else was quicker with

    # Where it lies

    @rule()
    def reopen(self) -> None:
        self._closed(lambda: None)

    @precondition(lambda self: self.passphrase is None)
    @rule()
    def encrypt(self) -> None:
        with pytest.raises(StoreBusy):
            encrypt(self.address, PASSPHRASE)
        self._closed(partial(encrypt, self.address, PASSPHRASE), passphrase=PASSPHRASE)
        with pytest.raises(StoreSealed):
            CaseStore.open(self.address)

    @precondition(lambda self: self.passphrase is not None)
    @rule()
    def decrypt(self) -> None:
        with pytest.raises(WrongPassphrase):
            decrypt(self.address, WRONG)
        self._closed(partial(decrypt, self.address, self.passphrase or ""), passphrase=None)

    @precondition(lambda self: self.passphrase is not None)
    @rule()
    def change_passphrase(self) -> None:
        old = self.passphrase or ""
        new = PASSPHRASE if old == OTHER else OTHER
        self._closed(partial(change_passphrase, self.address, old, new), passphrase=new)

    @rule()
    def move_by_backup(self) -> None:
        backup = self.folder / "backup.zip"
        assert self.store.back_up(backup).missing == []
        there = self._place()
        self.address, before = there, self.address
        self._closed(partial(restore_backup, backup, there, passphrase=self.passphrase))
        shutil.rmtree(before.images.parent)

    # What holds after each of them

    @invariant()
    def all_is_as_expected(self) -> None:
        for patient in self.expected.of(Patient):
            file = self.store.file_of(patient.id)
            assert described([file.patient]) == described([patient])
            assert found(file) == self.expected.belonging_to(patient)
        assert self.store.find(LesionQuery()).total == len(self.expected.of(Lesion))

    @invariant()
    def the_disk_holds_what_is_referred_to(self) -> None:
        health = self.store.examine(deep=True)
        assert health.good
        assert health.strangers == ()
        assert health.images == len(self.expected.checksums())

    # How

    def _add(self, record: Record) -> None:
        self.expected.put(self.store.add(record))

    def _one(self, kind: type[R], pick: int) -> R:
        there = self.expected.of(kind)
        return there[pick % len(there)]

    def _place(self) -> CaseAddress:
        return CaseAddress.of("", folder=Path(tempfile.mkdtemp(dir=self.folder)))

    def _closed(self, act: Callable[[], object], **changed: str | None) -> None:
        self.store.close()
        act()
        self.passphrase = changed.get("passphrase", self.passphrase)
        self.store = CaseStore.open(self.address, passphrase=self.passphrase)


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.slow
@pytest.mark.timeout(1800)
class TestAnyOrder(AnyOrder.TestCase):  # type: ignore[misc,valid-type]  # made by hypothesis
    """Hundreds of steps."""

    settings = settings(max_examples=25, stateful_step_count=30, suppress_health_check=SLOW)
