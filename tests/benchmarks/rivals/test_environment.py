"""What cannot be had is said in one sentence, and nothing stops for it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.rivals.environment import REQUIREMENTS, last_line, lists_of, python_of
from benchmarks.rivals.systems import SYSTEMS
from benchmarks.rivals.unavailable import Unavailable

ENVIRONMENTS = sorted({system.environment for system in SYSTEMS if system.environment})


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
        said = (
            "Looking\nERROR: No matching distribution found for gone==1\n    Got what is not it\n"
        )
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


def test_what_goes_in_must_have_the_locked_hashes(
    monkeypatch: pytest.MonkeyPatch, wanted: dict[str, Path]
) -> None:
    machine = Machine()
    monkeypatch.setattr("subprocess.run", machine.run)
    for_linux = wanted["requirements"] / "other_linux.txt"
    for_linux.write_text("gone-for-linux==1\n", encoding="ascii")
    python_of("other", **wanted)
    assert " --require-hashes " in machine.ran[-1]
    assert machine.ran[-1].endswith(f"other.txt -r {for_linux}")
    for_linux.write_text("gone-for-linux==2\n", encoding="ascii")
    python_of("other", **wanted)
    assert len(machine.ran) == 4


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_every_version_is_exact_and_has_its_hashes(name: str) -> None:
    asked = [line for file in lists_of(name) for line in requirements_in(file)]
    assert len(asked) >= 3
    for line in asked:
        assert re.match(r"[\w.-]+==[\w.+]+ ", line), line
        assert re.search(r" --hash=sha256:[0-9a-f]{64}\b", line), line
        assert "://" not in line, "the index is the user's own"


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_lock_has_what_is_asked_for(name: str) -> None:
    locked = {line.partition("==")[0] for file in lists_of(name) for line in requirements_in(file)}
    wanted = requirements_in(REQUIREMENTS / f"{name}.in")
    assert {re.split("[>=<]", line)[0] for line in wanted} <= locked


def test_pytorch_is_of_one_version_everywhere() -> None:
    (for_linux,) = requirements_in(REQUIREMENTS / "torch_linux.txt")
    elsewhere = [
        line for line in requirements_in(REQUIREMENTS / "torch.txt") if line.startswith("torch==")
    ]
    assert [line.split()[0] for line in elsewhere] == [for_linux.split()[0].removesuffix("+cpu")]


def requirements_in(file: Path) -> list[str]:
    """Read the lines, each with those that go on from it."""
    whole = file.read_text(encoding="ascii").replace("\\\n", " ")
    lines = [line for line in whole.splitlines() if line.strip()]
    return [line for line in lines if not line.lstrip().startswith("#")]
