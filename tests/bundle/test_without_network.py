"""The frozen program where the system knows no network at all, not even one to itself."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace

import pytest

from core.paths import examples_folder
from tests.bundle.surroundings import Surroundings

PHANTOM = examples_folder() / "phantom-globular.jpg"
_UNSHARE = shutil.which("unshare") or ""


def _can_be_cut_off() -> bool:
    if not _UNSHARE:
        return False
    return subprocess.run([_UNSHARE, "-r", "-n", "true"], check=False).returncode == 0


pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),  # the build alone takes minutes
    pytest.mark.skipif(not _can_be_cut_off(), reason="needs Linux' unshare, and leave to use it"),
]


@pytest.fixture
def cut_off(machine: Surroundings) -> Surroundings:
    """The machine without a network."""
    return replace(machine, within=(_UNSHARE, "-r", "-n"))


def test_it_tests_itself_and_answers(cut_off: Surroundings) -> None:
    done = cut_off.run("self-test", "--json")
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["passed"]
    done = cut_off.run("classify", PHANTOM, "--json", "--report", cut_off.folder / "report.pdf")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["finding"]


def test_it_keeps_cases(cut_off: Surroundings) -> None:
    done = cut_off.run("cases")
    assert done.returncode == 0, done.stderr
    done = cut_off.run("backup", cut_off.folder / "cases.zip")
    assert done.returncode == 0, done.stderr


def test_its_window_shows_a_finding(cut_off: Surroundings, screen: str) -> None:
    """The screen is reached through a socket that is a file."""
    shot = cut_off.folder / "window.png"
    done = cut_off.run("--screenshot", shot, PHANTOM, DISPLAY=screen)
    assert done.returncode == 0, done.stderr
    assert shot.stat().st_size > 10_000


def test_what_needs_a_network_says_so(cut_off: Surroundings) -> None:
    done = cut_off.run("atlas", "fetch", "--out", cut_off.folder / "atlas", "--number", "1")
    assert done.returncode == 2, done.stdout
    assert len(done.stderr.splitlines()) >= 1
    assert "Traceback" not in done.stderr
