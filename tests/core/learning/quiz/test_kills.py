"""A kill at any moment loses no answer of which anything was told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.learning.store.store import LearningStore
from tests.core.learning.small_atlas import write_atlas


@pytest.mark.parametrize("told", [1, 7, 40])
def test_nothing_that_was_told_is_lost(root: Path, tmp_path: Path, told: int) -> None:
    write_atlas(tmp_path / "atlas")
    command = [sys.executable, "-m", "tests.core.learning.quiz.killed", str(tmp_path)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        lines = [running.stdout.readline() for _ in range(told)]
        running.kill()
        lines += running.stdout.read().splitlines(keepends=True)
    heard = dict(line.rstrip("\n").split("\t") for line in lines if line.endswith("\n"))
    store = LearningStore.open(tmp_path / "learning.sqlite3")
    kept = {one.id: one.truth for one in store.answers(store.profile_named("Ayu"))}
    store.close()
    assert len(heard) >= told
    assert heard.items() <= kept.items()
    assert len(kept) <= len(heard) + 1  # the one that the kill kept from being told
