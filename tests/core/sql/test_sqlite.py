"""Several that open a new database at once wait for each other, where SQLite would not."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from sqlalchemy import text

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.vault import cipher
from core.cases.vault.keys import Keys
from core.errors import StoreBusy
from core.learning.store.database import open_database
from core.sql import sqlite as behaviour
from core.sql.transactions import Transactions

Open = Callable[[Path], Transactions]
KEYS = Keys(b"k" * 32)


def cases(file: Path) -> Transactions:
    return Database.open(CaseAddress.of(str(file), folder=file.parent))


def sealed_cases(file: Path) -> Transactions:
    return Database.open(CaseAddress.of(str(file), folder=file.parent), keys=KEYS)


@pytest.fixture(params=[cases, sealed_cases, open_database])
def opener(request: pytest.FixtureRequest) -> Open:
    opener: Open = request.param
    return opener


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new.sqlite3"


@pytest.fixture
def other(file: Path, opener: Open) -> Iterator[sqlite3.Connection]:
    """Somebody else, who has begun to make tables in the same moment."""
    writing = writer(file, opener)
    yield writing
    writing.close()


def writer(file: Path, opener: Open) -> sqlite3.Connection:
    """Hold the lock of writers, by the same copy of SQLite: in one process, two know nothing of
    each other's locks.
    """
    if opener is sealed_cases:
        connection = cast("sqlite3.Connection", cipher.connect(file, KEYS.database, patience=0))
    else:
        connection = sqlite3.connect(file)
    connection.isolation_level = None
    connection.execute("BEGIN IMMEDIATE")
    return connection


def clock(
    monkeypatch: pytest.MonkeyPatch,
    *,
    sleep: Callable[[float], None],
    monotonic: Callable[[], float] = time.monotonic,
) -> None:
    monkeypatch.setattr(behaviour, "time", SimpleNamespace(monotonic=monotonic, sleep=sleep))


def test_whoever_makes_the_tables_is_waited_for(
    opener: Open, file: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            other.execute("COMMIT")

    clock(monkeypatch, sleep=sleep)
    database = opener(file)
    with database.reading() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    database.close()
    assert pauses == sorted(set(pauses))  # longer and longer ones
    assert len(pauses) == 3


@pytest.mark.usefixtures("other")
def test_but_not_for_ever(opener: Open, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    passed = iter(range(1000))
    clock(monkeypatch, sleep=lambda _seconds: None, monotonic=lambda: next(passed))
    with pytest.raises(StoreBusy):
        opener(file)


def test_a_journal_that_is_shared_already_is_left_alone(opener: Open, file: Path) -> None:
    opener(file).close()
    writing = writer(file, opener)
    opener(file).close()
    writing.close()
