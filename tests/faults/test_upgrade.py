"""The power fails while what an earlier version kept is brought up to date."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from core.cases import tables
from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.patient_file import read_file
from core.cases.revisions import upgrade
from core.learning.store import schema as learning
from core.learning.store.store import LearningStore
from core.sql import revisions
from core.sql.revisions import revision_of
from core.sql.sqlite import tell_sqlite
from core.sql.transactions import Transactions
from tests.core.cases.test_revisions import REVISIONS, keep_as_the_first_version_did
from tests.core.learning.store.test_database import keep_as_the_first_version_did as keep_answers
from tests.faults.crowd import KEYS, KINDS

KILLS = 25
OPENING = """
import sys
from pathlib import Path
from tests.faults.crowd import KINDS
print("ready", flush=True)
KINDS[sys.argv[1]](Path(sys.argv[2])).close()
print("done", flush=True)
"""


def first_version(kind: str, folder: Path) -> None:
    """Leave what the first version would have."""
    folder.mkdir()
    database = connected(kind, folder)
    with database.writing() as connection:
        if kind == "learning":
            revisions.upgrade(connection, learning.SCHEMA, revision="0001")
            keep_answers(connection)
        else:
            upgrade(connection, REVISIONS[-1])
            keep_as_the_first_version_did(connection)
    database.close()


def connected(kind: str, folder: Path) -> Transactions:
    """Connect without bringing anything up to date."""
    if kind != "learning":
        keys = KEYS if kind == "sealed" else None
        return Database.connect(CaseAddress.of("", folder=folder), keys=keys)
    file = folder / "learning.sqlite3"
    engine = create_engine(f"sqlite:///{file}")
    tell_sqlite(engine)
    return Transactions(engine, learning.SCHEMA, where=str(file), file=file)


def require_all(kind: str, folder: Path) -> None:
    """Check that it can be opened, is up to date, and that nothing is lost."""
    if kind == "learning":
        store = LearningStore.open(folder / "learning.sqlite3")
        (kept,) = store.answers(store.profile_named("Ayu"))
        assert (kept.truth, kept.code) == ("mel", "nv")
        store.close()
        return
    database = KINDS[kind](folder)
    with database.reading() as connection:
        file = read_file(connection, "patient")
        assert revision_of(connection) == tables.REVISION
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
    assert (file.patient.name, file.lesions[0].label) == ("Anna", "Mole")
    assert [note.text for note in file.notes] == ["Has grown."]
    database.close()


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_killed_at_any_moment_of_an_upgrade_nothing_is_lost(
    kind: str, root: Path, tmp_path: Path
) -> None:
    chance = random.Random(2026)
    finished = 0
    for number in range(KILLS):
        folder = tmp_path / str(number)
        first_version(kind, folder)
        command = [sys.executable, "-c", OPENING, kind, str(folder)]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 0.35))  # the moment is what varies
            running.kill()
            finished += running.stdout.read() == "done\n"
        require_all(kind, folder)
    assert finished < KILLS  # some were killed in the middle
