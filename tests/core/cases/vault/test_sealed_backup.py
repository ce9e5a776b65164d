"""A backup of sealed cases is sealed, and goes back with the passphrase it was made under."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.backup.restore import restore_backup
from core.cases.backup.sealed import seal_of
from core.cases.backup.verify import verify
from core.cases.records import Patient
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.cases.vault.conversion import change_passphrase, encrypt
from core.errors import (
    BackupDamaged,
    KeyFileDamaged,
    StoreNotEmpty,
    StoreSealed,
    WrongPassphrase,
)
from tests.core.cases.filled import fill
from tests.core.cases.vault.sealed_cases import OTHER, PASSPHRASE, WRONG, all_bytes


def local(folder: Path) -> CaseAddress:
    return CaseAddress.of("", folder=folder)


@pytest.fixture
def backup(address: CaseAddress, tmp_path: Path) -> Path:
    store = CaseStore.open(address)
    fill(store, tmp_path)
    store.close()
    encrypt(address, PASSPHRASE)
    store = CaseStore.open(address, passphrase=PASSPHRASE)
    manifest = store.back_up(tmp_path / "backups" / "cases.zip")
    store.close()
    assert manifest.missing == []
    return tmp_path / "backups" / "cases.zip"


def total(address: CaseAddress, passphrase: str | None) -> int:
    store = CaseStore.open(address, passphrase=passphrase)
    try:
        assert store.examine(deep=True).good
        return store.find(LesionQuery()).total
    finally:
        store.close()


def test_it_goes_back_sealed(backup: Path, tmp_path: Path) -> None:
    for mark in (b"N\xc3\xb3 0", b"pixels 0", b"half a sent", b"manifest", b"patients"):
        assert mark not in all_bytes(backup.parent)
    there = local(tmp_path / "there")
    with pytest.raises(StoreSealed, match="backup is protected"):
        restore_backup(backup, there)
    with pytest.raises(WrongPassphrase):
        restore_backup(backup, there, passphrase=WRONG)
    assert not there.images.parent.exists()
    CaseStore.open(there).close()  # as the window does; what is empty may be filled
    restore_backup(backup, there, passphrase=PASSPHRASE)
    assert total(there, PASSPHRASE) == 2
    for mark in (b"N\xc3\xb3 0", b"pixels 0", b"half a sent"):
        assert mark not in all_bytes(there.images.parent)
    with pytest.raises(StoreNotEmpty):
        restore_backup(backup, there, passphrase=PASSPHRASE)


def test_cases_that_are_there_are_not_touched(backup: Path, tmp_path: Path) -> None:
    there = local(tmp_path / "there")
    store = CaseStore.open(there)
    store.add(Patient(name="Berta"))
    store.close()
    with pytest.raises(StoreNotEmpty, match="There are cases in"):
        restore_backup(backup, there, passphrase=PASSPHRASE)
    assert not there.sealed
    store = CaseStore.open(there)
    assert store.examine().good
    store.close()


def test_an_older_backup_takes_the_older_passphrase(
    backup: Path, address: CaseAddress, tmp_path: Path
) -> None:
    change_passphrase(address, PASSPHRASE, OTHER)
    with pytest.raises(WrongPassphrase):
        restore_backup(backup, local(tmp_path / "there"), passphrase=OTHER)
    restore_backup(backup, local(tmp_path / "there"), passphrase=PASSPHRASE)
    assert total(local(tmp_path / "there"), PASSPHRASE) == 2


def test_every_change_is_noticed(backup: Path) -> None:
    content = backup.read_bytes()
    start = content.index(b"LNTGSEAL")
    for place in (0, 5, 12, 13, 40, start - 1, start, start + 20, start + 60, len(content) - 1):
        changed = bytearray(content)
        changed[place] ^= 4
        backup.write_bytes(changed)
        with pytest.raises((BackupDamaged, KeyFileDamaged)):
            verify(backup, seal_of(backup, PASSPHRASE))
    for length in (0, 5, 12, 20, start, start + 50, len(content) - 1):
        backup.write_bytes(content[:length])
        with pytest.raises((BackupDamaged, KeyFileDamaged)):
            verify(backup, seal_of(backup, PASSPHRASE))
    backup.write_bytes(content)
    assert verify(backup, seal_of(backup, PASSPHRASE)).rows["patients"] == 2


def test_a_plain_backup_goes_into_sealed_cases(tmp_path: Path) -> None:
    here, there = local(tmp_path / "here"), local(tmp_path / "there")
    store = CaseStore.open(here)
    fill(store, tmp_path)
    store.back_up(tmp_path / "plain.zip")
    store.close()
    restore_backup(tmp_path / "plain.zip", there)
    encrypt(there, PASSPHRASE)
    assert total(there, PASSPHRASE) == 2
