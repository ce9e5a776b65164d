"""The trail grows, on SQLite and on PostgreSQL, and shows whoever tampers with it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from core import cli
from core.cases.address import CaseAddress
from core.cases.audit.acts import Act
from core.cases.audit.trail import NOTHING
from core.cases.backup.restore import restore_backup
from core.cases.records import Patient
from core.cases.store import CaseStore
from core.errors import AuditBroken


@pytest.fixture
def store(address: CaseAddress) -> Iterator[CaseStore]:
    opened = CaseStore.open(address)
    yield opened
    opened.close()


def force(store: CaseStore, statement: str) -> None:
    """Do to the table what only somebody can do who owns the database."""
    engine = create_engine(store.address.database)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
        else:
            for trigger in ("audit_no_update", "audit_no_delete"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
        connection.execute(text(statement))
    engine.dispose()


def filled(store: CaseStore, count: int = 4) -> None:
    for number in range(count):
        store.audit.note(Act.VIEWED, f"patients:{number}")


def test_entries_follow_from_each_other(store: CaseStore) -> None:
    assert store.audit.verify() is None
    filled(store)
    entries = store.audit.entries()
    assert [entry.number for entry in entries] == [1, 2, 3, 4]
    assert [entry.previous for entry in entries] == [
        NOTHING,
        *(entry.checksum for entry in entries[:-1]),
    ]
    assert store.audit.verify() == entries[-1]
    assert store.audit.verify(noted=entries[1].checksum) == entries[-1]
    assert "@" in entries[0].who


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET details = 'nothing' WHERE number = 2",
        "UPDATE audit SET who = 'nobody@nowhere' WHERE number = 4",
        "DELETE FROM audit WHERE number = 2",
        "DELETE FROM audit WHERE number = 1",
        "UPDATE audit SET number = 9 WHERE number = 4",
    ],
)
def test_whoever_tampers_is_noticed(store: CaseStore, statement: str) -> None:
    filled(store)
    force(store, statement)
    with pytest.raises(AuditBroken, match="tampered with"):
        store.audit.verify()


def test_an_end_that_was_cut_off_is_noticed_by_a_noted_checksum(store: CaseStore) -> None:
    filled(store)
    noted = store.audit.entries()[-1].checksum
    force(store, "DELETE FROM audit WHERE number = 4")
    store.audit.verify()  # alone, what is left is whole
    with pytest.raises(AuditBroken, match="no longer in the audit trail"):
        store.audit.verify(noted=noted)


@pytest.mark.parametrize("statement", ["UPDATE audit SET who = 'x'", "DELETE FROM audit"])
def test_the_database_itself_refuses_changes(store: CaseStore, statement: str) -> None:
    filled(store)
    engine = create_engine(store.address.database)
    with pytest.raises(DBAPIError, match="can only be added to"), engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert len(store.audit.entries()) == 4


def test_many_at_once_leave_one_line(store: CaseStore) -> None:
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: store.audit.note(Act.VIEWED, f"p:{number}"), range(24)))
    last = store.audit.verify()
    assert last is not None
    assert last.number == 24


def test_what_is_deleted_is_on_record_without_a_name(store: CaseStore) -> None:
    patient = store.add(Patient(name="Marked Name"))
    store.delete(patient)
    (entry,) = store.audit.entries()
    assert (entry.act, entry.subject) == (Act.DELETED, f"patients:{patient.id}")
    assert "Marked" not in repr(entry)


def test_a_trail_survives_backup_and_restore(store: CaseStore, tmp_path: Path) -> None:
    filled(store)
    store.back_up(tmp_path / "cases.zip")
    target = CaseAddress.of("", folder=tmp_path / "restored")
    restore_backup(tmp_path / "cases.zip", target)
    restored = CaseStore.open(target)
    acts = [entry.act for entry in restored.audit.entries()]
    assert acts == [*4 * [Act.VIEWED], Act.BACKED_UP, Act.RESTORED]
    restored.audit.verify()
    with pytest.raises(AuditBroken):
        restored.audit.verify(noted="0" * 63 + "1")
    restored.close()


def test_the_commands_show_and_check_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--database", str(tmp_path / "cases.sqlite3"), "--images", str(tmp_path / "images")]
    assert cli.main(["audit", "verify", *where]) == 0
    assert "is empty" in capsys.readouterr().out
    assert cli.main(["cases", *where, "export", str(tmp_path / "all.csv")]) == 0
    capsys.readouterr()
    assert cli.main(["audit", "list", *where]) == 0
    assert "exported  selection  0 lesions as csv" in capsys.readouterr().out
    assert cli.main(["audit", "verify", *where]) == 0
    assert "is whole: 1 entries" in capsys.readouterr().out
    assert cli.main(["audit", "verify", "--noted", "f" * 64, *where]) == 2
    assert "noted" in capsys.readouterr().err
