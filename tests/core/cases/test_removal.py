"""What is deleted is gone from the disk, with what was begun about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from core.cases.address import CaseAddress
from core.cases.fields import DiagnosisKind
from core.cases.records import Diagnosis, Lesion, Note, Patient
from core.cases.store import CaseStore
from core.errors import NotInStore


def test_drafts_about_what_is_deleted_go_with_it(store: CaseStore) -> None:
    patient = store.add(Patient())
    going, staying = (
        store.add(Lesion(patient_id=patient.id, label=label)) for label in ("going", "staying")
    )
    note = store.add(Note(patient_id=patient.id, lesion_id=going.id, text="kept"))
    clinical = Diagnosis(lesion_id=going.id, kind=DiagnosisKind.CLINICAL, day=date(2026, 2, 3))
    diagnosis = store.add(clinical)
    for key in (
        f"note/{note.id}",
        f"note/new/{going.id}",
        f"checklist/new/abcd/{going.id}",
        f"diagnosis/{diagnosis.id}",
        f"diagnosis/new/{going.id}",
        f"details/{going.id}",
    ):
        store.drafts.keep(key, "of Anna")
    others = {f"note/new/{staying.id}", f"note/new/{patient.id}", f"details/{patient.id}"}
    for key in others:
        store.drafts.keep(key, "of Anna")
    store.delete(going)
    assert store.drafts.kept() == others
    store.delete(patient)
    assert not store.drafts.kept()


def test_no_file_holds_what_was_deleted(tmp_path: Path) -> None:
    local = CaseAddress.of("", folder=tmp_path / "cases")
    CaseStore.open(local).close()
    store = CaseStore.open(local)
    patient = store.add(Patient(name="Berta Forgotten"))
    store.add(Note(patient_id=patient.id, text="Berta Forgotten " * 500))
    assert b"Forgotten" in written(local)
    store.delete(patient)
    assert b"Forgotten" not in written(local)
    store.close()
    assert b"Forgotten" not in written(local)


def written(local: CaseAddress) -> bytes:
    """Everything that lies on the disk."""
    files = (path for path in local.images.parent.rglob("*") if path.is_file())
    return b"".join(path.read_bytes() for path in files)


def test_somebody_who_reads_does_not_keep_a_deletion_from_being_done(tmp_path: Path) -> None:
    local = CaseAddress.of("", folder=tmp_path / "cases")
    store, other = CaseStore.open(local), CaseStore.open(local)
    patient = store.add(Patient(name="Berta"))
    with other._database.reading() as reading:  # noqa: SLF001 - a long export, say
        reading.execute(text("SELECT count(*) FROM patients"))
        store.delete(patient)
    with pytest.raises(NotInStore):
        store.get(Patient, patient.id)
    store.close()
    other.close()
