"""A database that cannot be used is a named error, and stays as it was."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from core.cases import address as addresses
from core.cases import database as databases
from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.kinds import PATIENTS
from core.cases.records import Patient
from core.cases.store import CaseStore
from core.errors import (
    AlreadyInStore,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreOnNetwork,
    StoreReadOnly,
    StoreTooNew,
    StoreUnavailable,
)


@pytest.fixture
def local(tmp_path: Path) -> CaseAddress:
    return CaseAddress.of("", folder=tmp_path / "cases")


def file_of(address: CaseAddress) -> Path:
    assert address.file is not None
    return address.file


def test_writing_is_on_the_disk_and_readers_wait_for_nobody(local: CaseAddress) -> None:
    database = Database.open(local)
    with database.reading() as connection:
        found = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in
                 ("journal_mode", "synchronous", "foreign_keys")]  # fmt: skip
    assert found == ["wal", 2, 1]
    with database.writing(), database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM patients")).scalar() == 0
    database.close()


def test_a_failed_transaction_keeps_nothing(address: CaseAddress) -> None:
    database = Database.open(address)
    with pytest.raises(AlreadyInStore):
        add_twice(database)
    with database.reading() as connection:
        assert PATIENTS.find(connection) == []
    database.close()


def add_twice(database: Database) -> None:
    with database.writing() as connection:
        for _ in range(2):
            PATIENTS.add(connection, Patient(pseudonym="twice"))


@pytest.mark.parametrize(
    "content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 500]
)
def test_another_file_is_refused_and_kept(local: CaseAddress, content: bytes) -> None:
    file_of(local).parent.mkdir()
    file_of(local).write_bytes(content)
    with pytest.raises(StoreDamaged, match="damaged"):
        CaseStore.open(local)
    assert file_of(local).read_bytes() == content


def test_a_database_of_something_else_is_refused(local: CaseAddress) -> None:
    file_of(local).parent.mkdir()
    with sqlite3.connect(file_of(local)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    with pytest.raises(StoreDamaged, match=r"something else: it holds recipes"):
        CaseStore.open(local)


def test_cases_of_a_newer_version_are_refused(address: CaseAddress) -> None:
    database = Database.open(address)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StoreTooNew, match="newer version of Lentigo"):
        CaseStore.open(address)


def test_another_writer_is_waited_for_but_not_for_ever(
    local: CaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "PATIENCE", 0.05)
    store = CaseStore.open(local)
    other = sqlite3.connect(file_of(local), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match="Another program holds the cases"):
        store.add(Patient())
    other.execute("ROLLBACK")
    other.close()
    store.add(Patient())
    store.close()


def test_a_full_disk_keeps_what_is_there(local: CaseAddress) -> None:
    store = CaseStore.open(local)
    kept = store.add(Patient(name="kept"))
    database = store._database  # noqa: SLF001 - SQLite's own way of having no room
    with database.reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(StoreFull, match="no room left"):
        store.add(Patient(name="x" * 100_000))
    assert store.get(Patient, kept.id) == kept
    store.close()


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to the administrator"
)
def test_a_folder_that_may_not_be_written_is_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(StoreReadOnly, match="cannot be made"):
        CaseStore.open(CaseAddress.of("", folder=folder / "cases"))


def test_a_file_in_the_place_of_a_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "cases").write_text("")
    with pytest.raises(StoreReadOnly, match="cannot be made"):
        CaseStore.open(CaseAddress.of("", folder=tmp_path / "cases"))


def test_opening_writes_nothing(local: CaseAddress) -> None:
    CaseStore.open(local).close()
    before = file_of(local).read_bytes()
    other = sqlite3.connect(file_of(local), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # nobody else can write now
    CaseStore.open(local).close()
    other.execute("ROLLBACK")
    other.close()
    assert file_of(local).read_bytes() == before


def test_a_server_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    url = f"postgresql://me:secret@/cases?host={tmp_path}"
    address = CaseAddress.of(url, folder=tmp_path)
    with pytest.raises(StoreUnavailable, match="cannot be opened or reached") as told:
        CaseStore.open(address)
    assert "secret" not in told.value.message
    assert "secret" not in address.words


def test_sqlite_on_a_network_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "network_file_system", lambda _folder: "nfs4")
    for words in ("", str(tmp_path / "c.sqlite3"), f"sqlite:///{tmp_path}/c.sqlite3"):
        with pytest.raises(StoreOnNetwork, match=r"network file system \(nfs4\)"):
            CaseAddress.of(words, folder=tmp_path)


@pytest.mark.parametrize("words", ["mysql://me:secret@there/cases", "sqlite://", "http://x", "://"])
def test_other_addresses_are_refused(tmp_path: Path, words: str) -> None:
    with pytest.raises(StoreUnavailable) as told:
        CaseAddress.of(words, folder=tmp_path)
    assert "secret" not in f"{told.value.message}{told.value.value}"
