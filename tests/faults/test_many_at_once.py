"""Eight programs open the same new store in the same moment, twenty times over."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.crowd import KINDS

MANY = 8
ROUNDS = 20


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_all_of_them_get_it(kind: str, root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.crowd", kind, str(tmp_path), str(ROUNDS)]
    crowd = [
        subprocess.Popen(
            command,
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(MANY)
    ]
    for _ in range(ROUNDS):
        for one in crowd:
            assert one.stdout is not None
            one.stdout.readline()  # ready, or gone: told below
        for one in crowd:
            assert one.stdin is not None
            with suppress(BrokenPipeError):  # gone, and what it said is told below
                one.stdin.write("now\n")
                one.stdin.flush()
    complaints = [one.communicate(timeout=60)[1] for one in crowd]
    assert [one.returncode for one in crowd] == [0] * MANY, complaints
