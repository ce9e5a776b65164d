"""Set-up: what it does when, and that an interrupted one never counts as done."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts import set_up, system_libraries
from scripts.set_up import Environment, SetUpError, Stamp


@dataclass
class Commands:
    """Stands in for the commands that set-up runs; the one that contains `failing` fails."""

    failing: str | None = None
    seen: list[str] = field(default_factory=list)

    def run(self, *command: str | Path) -> None:
        words = " ".join(str(part) for part in command)
        self.seen.append(words)
        if self.failing and self.failing in words:
            raise SetUpError(words)

    def kinds(self) -> list[str]:
        kinds = {"-m venv": "venv", "--requirement": "libraries", "--editable": "project"}
        return [kind for words in self.seen for part, kind in kinds.items() if part in words]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    commands = Commands()
    monkeypatch.setattr(set_up, "_run", commands.run)
    return commands


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "cpu.txt").write_text("numpy==2 --hash=x\n")
    (tmp_path / ".venv").mkdir()
    return Environment(tmp_path / ".venv", lock=tmp_path / "cpu.txt")


def test_from_nothing_everything_is_done_once(commands: Commands, environment: Environment) -> None:
    assert environment.bring_up_to_date()
    assert commands.kinds() == ["venv", "libraries", "project"]
    assert not environment.bring_up_to_date()
    assert len(commands.seen) == 3


def test_every_file_is_checked_and_none_is_built(
    commands: Commands, environment: Environment
) -> None:
    environment.bring_up_to_date()
    libraries = next(words for words in commands.seen if "--requirement" in words)
    assert "--require-hashes --no-deps --only-binary :all:" in libraries


def test_a_changed_lock_makes_the_environment_anew(
    commands: Commands, environment: Environment
) -> None:
    environment.bring_up_to_date()
    environment.lock.write_text("numpy==3 --hash=y\n")
    commands.seen.clear()
    assert environment.bring_up_to_date()
    assert commands.kinds() == ["venv", "libraries", "project"]


def test_a_changed_project_is_only_installed_again(
    commands: Commands, environment: Environment
) -> None:
    environment.bring_up_to_date()
    (set_up.ROOT / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    commands.seen.clear()
    assert environment.bring_up_to_date()
    assert commands.kinds() == ["project"]


@pytest.mark.parametrize("step", ["-m venv", "--requirement", "--editable"])
def test_a_step_that_fails_leaves_nothing_that_counts_as_done(
    commands: Commands, environment: Environment, step: str
) -> None:
    commands.failing = step
    with pytest.raises(SetUpError):
        environment.bring_up_to_date()
    commands.failing = None
    commands.seen.clear()
    assert environment.bring_up_to_date()
    assert commands.kinds() == ["venv", "libraries", "project"]


def test_each_step_is_said_before_it_is_done(
    commands: Commands, environment: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    commands.failing = "-m venv"
    with pytest.raises(SetUpError):
        environment.bring_up_to_date()
    assert "set-up: making .venv with Python" in capsys.readouterr().out


def test_a_damaged_stamp_is_no_stamp(tmp_path: Path) -> None:
    file = tmp_path / "stamp"
    assert Stamp.found(file) is None
    file.write_text("half")
    assert Stamp.found(file) is None
    stamp = Stamp(libraries="a", project="b")
    stamp.write(file)
    assert Stamp.found(file) == stamp


def test_a_failed_command_ends_set_up_with_its_words() -> None:
    with pytest.raises(SetUpError, match="import sys"):
        set_up._run(sys.executable, "-c", "import sys; sys.exit(3)")  # noqa: SLF001 (the one place that starts programs)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere PySide6 brings all it needs")
def test_the_loader_names_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert system_libraries.missing_libraries([Path(sys.executable)]) == set()
    loader = tmp_path / "ldd"
    answer = "\\tlibEGL.so.1 => not found\\n\\tlibc.so.6 => /lib/libc.so.6 (0x7f)\\n"
    loader.write_text(f"#!/bin/sh\nprintf '{answer}'\n")
    loader.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_libraries.missing_libraries([Path("libQt6Gui.so")]) == {"libEGL.so.1"}


def test_only_tests_need_a_virtual_display() -> None:
    needed = {
        "binutils",
        "dcmtk",
        "dicom3tools",
        "orthanc",
        "orthanc-dicomweb",
        "postgresql",
        "xvfb",
    }
    assert not needed & set(system_libraries.packages(for_tests=False))
    assert needed <= set(system_libraries.packages(for_tests=True))
