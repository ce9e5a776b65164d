from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core import cli
from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from tests.core.cases.filled import fill
from tests.core.tiny import tiny_bundle, tiny_rules

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a caller of the command line: exit status, what it printed, what it complained of."""

    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            status = int(str(exit_.code))
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "model", trust=tiny_rules()).folder


@pytest.fixture
def practice(tmp_path: Path) -> CaseAddress:
    """Return where a small practice keeps its cases."""
    address = CaseAddress.of("", folder=tmp_path / "practice")
    store = CaseStore.open(address)
    fill(store, tmp_path)
    store.close()
    return address


def mounted(folder: Path, *options: str) -> bool:
    """Mount a small file system, where this user may."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    command = ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of 4 MB of which `fill_up` leaves little."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mounted(folder, "-o", "size=4m"):
        pytest.skip("mounting a small disk takes root on Linux")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill_up(disk: Path, *, but: int = 0) -> None:
    """Leave about so many bytes free."""
    free = os.statvfs(disk)
    (disk / "filler").write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - but))
