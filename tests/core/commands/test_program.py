"""The command line as a process of its own: what it loads, says and survives."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.core.commands.calls import lines, write_image


def python(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True, text=True, check=False, env=os.environ | environment, timeout=120,
    )  # fmt: skip


def loaded_by(arguments: Sequence[str], model: Path) -> set[str]:
    """Top-level modules that a subcommand loads, started as the installed script does."""
    code = (
        "import sys\n"
        "from desktop.__main__ import main\n"
        f"status = main({list(arguments)!r})\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "print('MODULES', *sorted(names))\n"
        "sys.exit(status)\n"
    )
    done = python("-c", code, environment={"LENTIGO_MODEL": str(model)})
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_subcommands_load_nothing_of_qt(model: Path, image: Path) -> None:
    names = loaded_by(["classify", str(image), "--json", "--engine", "tensorflow"], model)
    assert "tensorflow" in names
    assert not {name for name in names if name.startswith(("PySide6", "shiboken"))}


@pytest.mark.parametrize("command", ["classify", "info"])
def test_subcommands_load_no_runtime_that_does_not_answer(
    model: Path, image: Path, command: str
) -> None:
    arguments = {"classify": ["classify", str(image)], "info": ["info"]}[command]
    names = loaded_by([*arguments, "--engine", "onnxruntime"], model)
    assert "onnxruntime" in names
    assert not names & {"keras", "tensorflow", "onnx", "sympy"}


def test_classify_as_a_program_keeps_native_chatter_off_the_terminal(
    model: Path, image: Path
) -> None:
    done = python(
        "-m", "desktop", "classify", str(image), "--json", environment={"LENTIGO_MODEL": str(model)}
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(lines(done.stdout)) == 1


def test_help_loads_no_runtime() -> None:
    code = (
        "import sys, contextlib\n"
        "from desktop.__main__ import main\n"
        "with contextlib.suppress(SystemExit): main(['classify', '--help'])\n"
        "heavy = {'keras', 'onnxruntime', 'tensorflow', 'PySide6', 'matplotlib'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)\n"
    )
    done = python("-c", code, environment={})
    assert done.returncode == 0, done.stderr
    assert "--overlay" in done.stdout


def test_a_reader_that_has_had_enough_ends_the_work_quietly(model: Path, tmp_path: Path) -> None:
    for number in range(30):
        write_image(tmp_path / f"{number}.png", seed=number)
    command = [sys.executable, "-m", "desktop", "classify", str(tmp_path), "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=os.environ | {"LENTIGO_MODEL": str(model)},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == 1
        assert process.stderr.read() == b""
