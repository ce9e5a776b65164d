"""A backup is of one moment, whole or not there; what it replaces is put beside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from core.errors import (
    BackupDamaged,
    OutputError,
    StoreBusy,
    StoreDamaged,
    StoreNotEmpty,
    StoreTooNew,
)
from core.learning.store.backup import Held, restore_backup, write_backup
from core.learning.store.database import open_database
from core.learning.store.store import LearningStore
from core.sql import copies
from tests.core.learning.answers import answer, begun


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "learning.sqlite3"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "backup.sqlite3"


def learn(file: Path, *names: str) -> None:
    """Have people begin, each with one answer."""
    store = LearningStore.open(file)
    for name in names:
        session = begun(store, store.add_profile(name))
        store.keep(answer("mel", "nv", session=session))
    store.close()


def names_in(file: Path) -> list[str]:
    store = LearningStore.open(file)
    names = [one.name for one in store.profiles() if len(store.answers(one)) == 1]
    store.close()
    return names


def test_what_is_written_while_others_learn_comes_back(file: Path, path: Path) -> None:
    learn(file, "Ayu", "Made")
    others = LearningStore.open(file)
    assert write_backup(file, path) == Held(profiles=2, answers=2)
    others.remove_profile(others.profile_named("Ayu"))
    aside = restore_backup(path, file, replace=True)
    assert [one.name for one in others.profiles()] == ["Ayu", "Made"]  # although it is open
    others.close()
    assert aside is not None
    assert names_in(aside) == ["Made"]
    assert [one.name for one in path.parent.iterdir()] == [path.name]  # no journal beside it


def test_an_empty_place_takes_a_backup_at_once(file: Path, path: Path, tmp_path: Path) -> None:
    learn(file, "Ayu")
    write_backup(file, path)
    other = tmp_path / "new" / "learning.sqlite3"
    assert restore_backup(path, other) is None
    LearningStore.open(tmp_path / "opened.sqlite3").close()
    assert restore_backup(path, tmp_path / "opened.sqlite3") is None
    assert names_in(other) == names_in(tmp_path / "opened.sqlite3") == ["Ayu"]


def test_what_is_there_is_not_replaced_unasked(file: Path, path: Path) -> None:
    learn(file, "Ayu")
    write_backup(file, path)
    with pytest.raises(StoreNotEmpty, match="would be replaced"):
        restore_backup(path, file)
    assert [one.name for one in file.parent.glob("*.sqlite3")] == [file.name]


def test_what_is_damaged_is_put_beside_as_it_is(file: Path, path: Path) -> None:
    learn(file, "Ayu")
    write_backup(file, path)
    file.write_bytes(b"torn" * 1000)
    with pytest.raises(StoreDamaged):
        restore_backup(path, file)
    aside = restore_backup(path, file, replace=True)
    assert aside is not None
    assert aside.read_bytes() == b"torn" * 1000
    assert names_in(file) == ["Ayu"]


@pytest.mark.parametrize("content", [None, b"", b"no database" * 500])
def test_what_is_no_backup_changes_nothing(file: Path, path: Path, content: bytes | None) -> None:
    learn(file, "Ayu")
    if content is not None:
        path.parent.mkdir()
        path.write_bytes(content)
    with pytest.raises(BackupDamaged):
        restore_backup(path, file, replace=True)
    assert names_in(file) == ["Ayu"]
    assert [one.name for one in file.parent.glob("*.sqlite3")] == [file.name]


def test_a_torn_backup_is_told(file: Path, path: Path) -> None:
    learn(file, *(f"Somebody {number}" for number in range(200)))
    write_backup(file, path)
    data = bytearray(path.read_bytes())
    data[40_000:60_000] = bytes(20_000)
    path.write_bytes(data)
    with pytest.raises(BackupDamaged, match="or is damaged"):
        restore_backup(path, file, replace=True)


def test_a_database_of_something_else_is_no_backup(file: Path, path: Path) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE profiles (id TEXT)")
    other.close()
    with pytest.raises(BackupDamaged):
        restore_backup(path, file)
    assert not file.exists()


def test_a_backup_of_a_newer_version_is_refused(file: Path, path: Path) -> None:
    learn(file, "Ayu")
    write_backup(file, path)
    newer = sqlite3.connect(path)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    with pytest.raises(StoreTooNew, match="newer version of Lentigo"):
        restore_backup(path, file, replace=True)
    assert names_in(file) == ["Ayu"]


def test_what_a_newer_version_has_used_is_not_replaced(file: Path, path: Path) -> None:
    learn(file, "Ayu")
    write_backup(file, path)
    database = open_database(file)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StoreTooNew, match="use that version"):
        restore_backup(path, file, replace=True)


def test_who_holds_it_is_waited_for_and_then_told(
    file: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(file, "Ayu")
    write_backup(file, path)
    monkeypatch.setattr(copies, "PATIENCE", 0.01)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match="Another program holds"):
        restore_backup(path, file, replace=True)
    other.execute("ROLLBACK")
    other.close()
    assert names_in(file) == ["Ayu"]


def test_where_it_cannot_be_written_is_named(file: Path, tmp_path: Path) -> None:
    learn(file, "Ayu")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        write_backup(file, tmp_path / "file" / "backup.sqlite3")
    with pytest.raises(OutputError, match="cannot lie where"):
        write_backup(file, file)
    assert names_in(file) == ["Ayu"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE profiles SET created = 'long ago'",
        "UPDATE profiles SET name = x'ff'",
        "UPDATE profiles SET name = CAST(x'41ff' AS TEXT)",
        "UPDATE sessions SET plan = '{'",
        "UPDATE sessions SET questions = '7'",
        "UPDATE sessions SET questions = replace(hex(zeroblob(100000)), '00', '[')",
        "UPDATE profiles SET created = '0000-00-00 99:99:99'",
        "INSERT INTO alembic_version VALUES ('0001')",
        "CREATE TRIGGER harm AFTER INSERT ON answers BEGIN DELETE FROM profiles; END",
        "CREATE VIEW harm AS SELECT * FROM profiles",
    ],
)
def test_what_cannot_be_read_takes_nobodys_place(file: Path, path: Path, change: str) -> None:
    learn(file, "Ayu")
    write_backup(file, path)
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute(change)
        stranger.commit()
    with pytest.raises(BackupDamaged, match="is no backup"):
        restore_backup(path, file, replace=True)
    assert names_in(file) == ["Ayu"]
