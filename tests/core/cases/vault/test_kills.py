"""A kill at any moment of a conversion leaves all cases, plain or sealed, never half of both."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from tests.core.cases.filled import fill
from tests.core.cases.vault.sealed_cases import PASSPHRASE, all_bytes

KILLS = 50
ONE_S = 0.3
"""A conversion takes about so long."""
MARKS = (b"pixels 0", b"half a sent", b"CREATE TABLE")


@pytest.mark.slow
def test_no_case_is_ever_lost(root: Path, tmp_path: Path) -> None:
    address = CaseAddress.of("", folder=tmp_path / "cases")
    store = CaseStore.open(address)
    fill(store, tmp_path, patients=8)
    store.close()
    chance = random.Random(20261121)
    seen = set()
    for _ in range(KILLS):
        kill_at_work(root, tmp_path / "cases", after=chance.uniform(0, 3))
        seen.add(require_whole(address))
    assert seen == {True, False}  # it was killed on either side


def kill_at_work(root: Path, folder: Path, *, after: float) -> None:
    """Kill it after about so many conversions."""
    command = [sys.executable, "-m", "tests.core.cases.vault.killed", str(folder)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        began = time.monotonic()
        for _ in range(int(after)):
            assert running.stdout.readline() in {"encrypted\n", "decrypted\n"}
        each = (time.monotonic() - began) / int(after) if after >= 1 else ONE_S
        time.sleep(after % 1 * each)  # in the midst of the next: nothing is waited for
        running.kill()


def require_whole(address: CaseAddress) -> bool:
    """Open, check everything, and tell whether it is sealed."""
    sealed = address.sealed
    store = CaseStore.open(address, passphrase=PASSPHRASE if sealed else None)
    health = store.examine(deep=True)
    assert health.good
    assert (health.images, health.strangers) == (8, ())
    assert store.find(LesionQuery()).total == 8
    assert store.drafts.read("note/1") == "half a sent"
    store.audit.verify()
    store.close()
    folder = address.images.parent
    left = [path.name for path in folder.rglob("*") if path.suffix in {".new", ".part", ".used"}]
    assert left == []
    assert all(mark not in all_bytes(folder) for mark in MARKS) or not sealed
    assert (address.images / "sealed").exists() is sealed
    return sealed
