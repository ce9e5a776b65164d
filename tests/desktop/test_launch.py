"""From the command line to the window: what is imported when, and ``--screenshot``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from core.commands import COMMANDS
from core.language import Language
from core.paths import examples_folder
from desktop.launch import Launch, parse

_HEAVY = ("keras", "tensorflow", "matplotlib", "numpy", "pydantic", "PIL", "onnxruntime")
_UNTIL_PAINTED = """
import json, sys
from desktop.application import make_application, open_frame
from desktop.launch import Launch
from desktop.shell.settings import SettingsStore
application = make_application()
frame = open_frame(Launch(), SettingsStore())
frame.window.painted.connect(application.quit)
frame.window.show()
application.exec()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
_FLAGS_TOO = """
import PySide6.QtCore
print(json.dumps("Qt" in vars(PySide6.QtCore)))
"""
_ALL_PARTS = """
import importlib, json, sys
from desktop import portions
for part in portions.PARTS:
    importlib.import_module(part)
before = set(sys.modules)
import desktop.composition, desktop.engine.client
print(json.dumps(sorted(set(sys.modules) - before)))
"""
_COMMAND = """
import json, sys
from desktop.__main__ import main
try:
    main({arguments!r})
except SystemExit:
    pass
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def run(*arguments: str, root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def modules(source: str, root: Path) -> set[str]:
    done = run("-c", source, root=root)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_window_is_painted_before_anything_heavy_is_imported(root: Path) -> None:
    imported = modules(_UNTIL_PAINTED, root)
    assert "PySide6" in imported
    assert not imported.intersection(_HEAVY)


def test_the_window_is_painted_before_the_namespace_of_flags_is_made(root: Path) -> None:
    """Making it takes as long as a seventh of a bare window."""
    done = run("-c", _UNTIL_PAINTED + _FLAGS_TOO, root=root)
    assert done.stdout.splitlines()[-1] == "false", done.stderr


def test_the_window_starts_without_the_library_of_processes(root: Path) -> None:
    assert "multiprocessing" not in modules(f"import desktop.__main__\n{_UNTIL_PAINTED}", root)


def test_after_its_parts_the_window_has_nothing_left_to_import(root: Path) -> None:
    assert modules(_ALL_PARTS, root) == set()


def test_a_window_that_only_looks_knows_no_database(root: Path) -> None:
    source = _ALL_PARTS.replace("set(sys.modules) - before", "set(sys.modules)")
    assert not modules(source, root) & {"sqlalchemy", "alembic", "core.cases.store"}


@pytest.mark.parametrize("command", list(COMMANDS))
def test_commands_import_no_qt(root: Path, command: str) -> None:
    imported = modules(_COMMAND.format(arguments=[command, "--help"]), root)
    assert not imported & {"PySide6", "shiboken6"}


def test_help_names_the_commands(root: Path) -> None:
    done = run("-m", "desktop", "--help", root=root)
    assert done.returncode == 0
    for name, words in COMMANDS.items():
        assert name in done.stdout
        assert words in done.stdout


def test_version(root: Path) -> None:
    assert run("-m", "desktop", "--version", root=root).stdout.startswith("Lentigo 0.")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_it_says_so(root: Path) -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = run("-m", "desktop", root=root, **nothing)
    assert done.returncode == 2
    assert "no display" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize(
    "named", [{"DISPLAY": ":77"}, {"WAYLAND_DISPLAY": "gone"}, {"QT_QPA_PLATFORM": "nonsense"}]
)
def test_a_display_that_does_not_answer_is_none(root: Path, named: dict[str, str]) -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = run("-m", "desktop", root=root, **nothing | named)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("There is no display here")
    assert "Traceback" not in done.stderr


def test_what_is_asked_for() -> None:
    assert parse([]) == Launch()
    assert parse(["a", "b"]) == parse(["--", "a", "b"]) == Launch((Path("a"), Path("b")))
    launch = parse(["a.jpg", "--model", "m", "--device", "cpu", "--size", "900x600"])
    assert launch.paths == (Path("a.jpg"),)
    assert launch.model == Path("m")
    assert launch.size == (900, 600)
    with pytest.raises(SystemExit):
        parse(["--size", "large"])


def test_a_screenshot_without_a_model_shows_the_picture_and_says_so(
    root: Path, tmp_path: Path
) -> None:
    out = tmp_path / "deep" / "shot.png"
    example = str(next(examples_folder().glob("*.jpg")))
    arguments = ("--screenshot", str(out), "--size", "900x600", "--model", str(tmp_path), example)
    done = run("-m", "desktop", *arguments, root=root)
    assert done.returncode == 1, done.stderr  # no finding
    with Image.open(out) as shot:
        assert shot.size == (900, 600)


def test_a_screenshot_of_what_is_not_there_says_so_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "gone.jpg")
    with pytest.raises(SystemExit) as ended:
        parse(["--screenshot", "shot.png", str(tmp_path), missing])
    assert ended.value.code == 2
    assert capsys.readouterr().err == "There is no file “gone.jpg”.\n"
    assert parse(["--theme", "dark", missing]).paths == (Path(missing),)


def test_a_screenshot_that_cannot_be_saved_says_why(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    out = str(tmp_path / "file" / "shot.png")
    done = run("-m", "desktop", "--screenshot", out, "--model", str(tmp_path), root=root)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_an_option_leaves_the_language_to_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LENTIGO_LANGUAGE")
    parse(["--theme", "dark"])
    assert "LENTIGO_LANGUAGE" not in os.environ
    assert parse(["--theme", "dark", "--language", "id"]).language is Language.INDONESIAN
    monkeypatch.setenv("LENTIGO_LANGUAGE", "en")
    parse(["--theme", "dark"])
    assert os.environ["LENTIGO_LANGUAGE"] == "en"
