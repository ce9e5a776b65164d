"""A kill at any moment leaves a store that opens, with everything that was acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.records import Note, StoredImage
from core.cases.store import CaseStore
from core.errors import NotInStore

KILLS = 50


@pytest.mark.slow
def test_nothing_acknowledged_is_lost(root: Path, tmp_path: Path) -> None:
    chance = random.Random(20261121)
    steps = 0
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        told = kill_at_work(root, folder, number, after=chance.uniform(0, 30))
        require_kept(folder, told)
        steps += len(told)
    assert steps > KILLS * 10  # they were at work


def kill_at_work(root: Path, folder: Path, seed: int, *, after: float) -> list[list[str]]:
    """Lines of what was acknowledged before the kill, which comes after about so many."""
    command = [sys.executable, "-m", "tests.core.cases.killed", str(folder), str(seed)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        lines, began = [running.stdout.readline()], time.monotonic()
        lines += [running.stdout.readline() for _ in range(int(after))]
        each = (time.monotonic() - began) / max(1, int(after))
        time.sleep(after % 1 * 2 * each)  # in the midst of something: nothing is waited for
        running.kill()
        lines += running.stdout.read().splitlines(keepends=True)
    # A line that the kill cut short was not heard.
    return [line.rstrip("\n").split("\t") for line in lines if line.endswith("\n")]


def require_kept(folder: Path, told: list[list[str]]) -> None:
    store = CaseStore.open(CaseAddress.of("", folder=folder / "cases"))
    kept: dict[str, str] = {}
    going: set[str] = set()
    for verb, *words in told[1:]:
        if verb == "going":
            going.add(words[0])
        elif verb == "gone":
            with pytest.raises(NotInStore):
                store.get(StoredImage, words[0])
        elif verb == "image":
            kept[words[0]] = words[1]
        elif verb == "note":
            assert int(store.get(Note, words[0]).text) >= int(words[1])
        else:
            assert int(store.drafts.read("d") or -1) >= int(words[1])
    for image_id, sha256 in kept.items():
        if image_id not in going:
            assert store.get(StoredImage, image_id).sha256 == sha256
    health = store.examine(deep=True)
    assert health.good, health
    store.tidy()
    assert store.examine().strangers == ()
    assert not list(store.images.folder.rglob("*.part"))
    store.close()
