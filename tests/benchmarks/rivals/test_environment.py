"""What cannot be had is said in one sentence, and nothing stops for it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.rivals.environment import REQUIREMENTS, last_line, python_of
from benchmarks.rivals.systems import SYSTEMS
from benchmarks.rivals.unavailable import Unavailable


class Machine:
    """Stands in for the programs that set-up runs."""

    def __init__(self, *, fails: str = "") -> None:
        self.ran: list[str] = []
        self.fails = fails

    def run(self, command: Sequence[str | Path], **_: object) -> subprocess.CompletedProcess[str]:
        line = " ".join(map(str, command))
        self.ran.append(line)
        if " -m venv " in line:
            Path(command[-1]).mkdir(parents=True, exist_ok=True)
        failed = bool(self.fails) and self.fails in line
        said = "Looking\nERROR: No matching distribution found for gone==1\n"
        return subprocess.CompletedProcess([line], int(failed), "", said if failed else "")


@pytest.fixture
def wanted(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "other.txt").write_text("gone==1\n", encoding="ascii")
    return {"folder": tmp_path / "made", "requirements": tmp_path / "lists"}


def test_it_is_made_once(monkeypatch: pytest.MonkeyPatch, wanted: dict[str, Path]) -> None:
    machine = Machine()
    monkeypatch.setattr("subprocess.run", machine.run)
    first = python_of("other", **wanted)
    assert (python_of("other", **wanted), len(machine.ran)) == (first, 2)
    (wanted["requirements"] / "other.txt").write_text("gone==2\n", encoding="ascii")
    python_of("other", **wanted)
    assert len(machine.ran) == 4


def test_what_cannot_be_had_is_said_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, wanted: dict[str, Path]
) -> None:
    machine = Machine(fails="pip")
    monkeypatch.setattr("subprocess.run", machine.run)
    with pytest.raises(Unavailable, match=r"^The environment of other .* found for gone==1$"):
        python_of("other", **wanted)
    machine.fails = ""
    python_of("other", **wanted)
    assert len(machine.ran) == 4


def test_a_failure_without_words_is_one_as_well() -> None:
    assert last_line(" \n") == "it does not say why."


def test_every_environment_has_a_list_of_exact_versions() -> None:
    for name in {system.environment for system in SYSTEMS if system.environment}:
        lines = (REQUIREMENTS / f"{name}.txt").read_text(encoding="ascii").splitlines()
        asked = [line for line in lines if line and not line.startswith("#")]
        assert len(asked) >= 3
        assert [line for line in asked if "==" not in line] == []
