"""The power fails while an earlier version's cases are brought up to date."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from core.cases.address import CaseAddress
from core.cases.revisions import upgrade
from core.cases.store import CaseStore
from tests.core.cases.test_revisions import REVISIONS, keep_as_the_first_version_did

KILLS = 25
OPENING = """
import sys
from pathlib import Path
from core.cases.address import CaseAddress
from core.cases.store import CaseStore
print("ready", flush=True)
CaseStore.open(CaseAddress.of("", folder=Path(sys.argv[1]))).close()
print("done", flush=True)
"""


def first_version(folder: Path) -> CaseAddress:
    address = CaseAddress.of("", folder=folder)
    folder.mkdir()
    engine = create_engine(address.database)
    with engine.begin() as connection:
        upgrade(connection, REVISIONS[-1])
        keep_as_the_first_version_did(connection)
    engine.dispose()
    return address


@pytest.mark.slow
def test_killed_at_any_moment_of_an_upgrade_nothing_is_lost(root: Path, tmp_path: Path) -> None:
    chance = random.Random(2026)
    finished = 0
    for number in range(KILLS):
        address = first_version(tmp_path / str(number))
        command = [sys.executable, "-c", OPENING, str(tmp_path / str(number))]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 0.35))  # the moment is what varies
            running.kill()
            finished += running.stdout.read() == "done\n"
        store = CaseStore.open(address)
        file = store.file_of("patient")
        assert (file.patient.name, file.lesions[0].label) == ("Anna", "Mole")
        assert [note.text for note in file.notes] == ["Has grown."]
        assert store.examine(deep=True).good
        store.close()
    assert finished < KILLS  # some were killed in the middle
