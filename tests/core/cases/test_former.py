"""Before an upgrade changes the tables, what the earlier version left is copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.opening import keys_of
from core.cases.records import Patient
from core.cases.revisions import revision_of, upgrade
from core.cases.store import CaseStore
from core.cases.tables import REVISION
from core.cases.vault.conversion import encrypt
from core.errors import StoreFull
from core.sql import former
from core.sql.former import former_of
from tests.core.cases.test_revisions import REVISIONS, keep_as_the_first_version_did
from tests.core.cases.vault.sealed_cases import PASSPHRASE, all_bytes, make_cheap

FIRST = REVISIONS[-1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where SQLite's file lies; servers are backed up by whoever keeps them."""
    return tmp_path / "cases" / "cases.sqlite3"


@pytest.fixture
def old(address_sealed_too: CaseAddress, file: Path) -> CaseAddress:
    """Cases of the first version."""
    address = address_sealed_too
    if address.file is None:
        pytest.skip("a server's backups are for whoever keeps it")
    assert address.file == file
    database = Database.connect(address, keys=keys_of(address, PASSPHRASE))
    with database.writing() as connection:
        upgrade(connection, FIRST)
        keep_as_the_first_version_did(connection)
    database.close()
    return address


def test_the_copy_is_what_the_earlier_version_left(old: CaseAddress, file: Path) -> None:
    CaseStore.open(old, passphrase=PASSPHRASE).close()
    copy = former_of(file)
    assert copy.stat().st_mode & 0o077 == 0
    assert (b"Anna" in copy.read_bytes()) is not old.sealed
    file.unlink()
    copy.rename(file)
    database = Database.connect(old, keys=keys_of(old, PASSPHRASE))
    with database.reading() as connection:
        assert revision_of(connection) == FIRST
    database.close()
    again = CaseStore.open(old, passphrase=PASSPHRASE)
    assert again.get(Patient, "patient").name == "Anna"
    again.close()


def test_what_is_new_or_up_to_date_is_not_copied(address: CaseAddress, tmp_path: Path) -> None:
    for _ in range(2):
        CaseStore.open(address).close()
    assert not list(tmp_path.rglob("*.before-upgrade"))


def test_deleting_for_good_deletes_the_copy(old: CaseAddress, file: Path) -> None:
    store = CaseStore.open(old, passphrase=PASSPHRASE)
    store.delete(store.get(Patient, "patient"))
    store.close()
    assert not former_of(file).exists()
    assert b"Anna" not in all_bytes(file.parent)


def test_encrypting_deletes_the_copy(
    new_address: CaseAddress, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if new_address.file is None:
        pytest.skip("a server's backups are for whoever keeps it")
    CaseStore.open(new_address).close()
    former_of(file).write_bytes(b"of a plain database")
    make_cheap(monkeypatch)
    encrypt(new_address, PASSPHRASE)
    assert not former_of(file).exists()


def test_no_upgrade_without_the_copy(
    old: CaseAddress, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(former, "_settle_on_disk", full)
    with pytest.raises(StoreFull):
        CaseStore.open(old, passphrase=PASSPHRASE)
    assert [path.name for path in file.parent.iterdir() if "before" in path.name] == []
    database = Database.connect(old, keys=keys_of(old, PASSPHRASE))
    with database.reading() as connection:
        assert revision_of(connection) == FIRST != REVISION
    database.close()
