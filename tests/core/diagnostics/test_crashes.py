"""Crashes of Python and of native code are written down on this computer, and name nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.cli import main
from core.diagnostics.crash_files import MOST_REPORTS, keep_crash
from core.diagnostics.folder import crashes_folder
from core.diagnostics.native import clear_watches
from core.diagnostics.reports import crash_reports, remove_crash_reports
from tests.guards.isolation import isolated_environment

MARK = "Zebedee-Marksman"
_CRASHING = """
import ctypes, sys
from core import logs
from core.diagnostics.native import watch_native_crashes
logs.set_up()
watch_native_crashes()
patient = "Zebedee-Marksman"
def crash(name):
    if sys.argv[1] == "native":
        ctypes.string_at(0)
    if sys.argv[1] == "python":
        raise RuntimeError(name)
crash(patient)
"""


def run(root: Path, home: Path, how: str) -> list[str]:
    """Let a process end so; return the texts that it leaves in its log folder."""
    environment = {**os.environ, **isolated_environment(home), "PYTHONPATH": str(root)}
    environment.pop("PYTHONFAULTHANDLER", None)
    subprocess.run(
        [sys.executable, "-c", _CRASHING, how], env=environment, cwd=home, capture_output=True,
        check=False, timeout=60,
    )  # fmt: skip
    for folder in home.rglob("crashes"):
        clear_watches(folder)
    return [file.read_text("utf-8") for file in home.rglob("crash-*.txt")]


def test_an_error_that_nobody_caught(root: Path, tmp_path: Path) -> None:
    (text,) = run(root, tmp_path, "python")
    first, *others = text.splitlines()
    assert first.startswith("Lentigo ")
    assert "MainProcess, Python 3." in first
    assert "  __main__, line 12, in crash" in others
    assert others[-1].startswith("builtins.RuntimeError")
    assert MARK not in text


def test_a_crash_of_native_code(root: Path, tmp_path: Path) -> None:
    (text,) = run(root, tmp_path, "native")
    assert text.startswith("Lentigo ")
    assert "Segmentation fault" in text or "access violation" in text
    assert "in crash" in text
    assert MARK not in text


def test_a_process_that_ends_in_order_leaves_nothing(root: Path, tmp_path: Path) -> None:
    assert run(root, tmp_path, "not at all") == []
    assert not list(tmp_path.rglob("watch-*"))


def test_the_watch_of_a_process_that_was_killed_is_no_crash(logs: Path) -> None:
    folder = logs / "crashes"
    folder.mkdir(parents=True)
    killed = folder / "watch-crash-20260101T000000-77.txt"
    killed.write_text("Lentigo\n", encoding="utf-8")
    assert crash_reports() == []
    assert killed.exists()  # perhaps it has only just begun
    os.utime(killed, (0, 0))
    assert crash_reports() == []
    assert not killed.exists()


def test_a_crash_of_native_code_does_not_name_the_users_folder(
    logs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = logs / "crashes"
    folder.mkdir(parents=True)
    text = 'Lentigo\nFatal Python error: Aborted\n  File "{}/lentigo/core/x.py", line 1 in y\n'
    crashed = folder / "watch-crash-20260101T000000-1.txt"
    for home, said in ((f"/home/{MARK}", "~"), ("/", "/opt")):
        for name in ("HOME", "USERPROFILE"):
            monkeypatch.setenv(name, home)
        crashed.write_text(text.format(home if said == "~" else said), "utf-8")
        (report,) = crash_reports()
        assert report.text == text.format(said)


def test_of_many_crashes_of_native_code_the_newest_are_kept(logs: Path) -> None:
    folder = logs / "crashes"
    folder.mkdir(parents=True)
    for day in range(1, 29):
        crashed = folder / f"watch-crash-202601{day:02}T000000-1.txt"
        crashed.write_text("Lentigo\nFatal Python error: Segmentation fault\n", "utf-8")
    reports = crash_reports()
    assert len(reports) == MOST_REPORTS
    assert reports[0].path.name.startswith("crash-20260128")


def test_of_many_the_newest_are_kept_and_few_of_one_process(logs: Path) -> None:
    folder = logs / "crashes"
    folder.mkdir(parents=True)
    for day in range(1, 29):
        (folder / f"crash-202601{day:02}T000000-1.txt").write_text("Lentigo\na.B (…)\n", "utf-8")
    for _ in range(50):
        keep_crash("builtins.ValueError (…)")
    reports = crash_reports()
    assert len(reports) == MOST_REPORTS
    assert [one.headline for one in reports[:6]] == ["builtins.ValueError (…)"] * 5 + ["a.B (…)"]
    assert reports == sorted(reports, key=lambda one: one.path.name, reverse=True)
    remove_crash_reports()
    assert crash_reports() == []


@pytest.mark.usefixtures("logs")
def test_the_command_lists_shows_and_removes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["crashes"]) == 0
    assert "There are no crash reports.\n" in capsys.readouterr().out
    keep_crash("Traceback (most recent call last):\n  core.a, line 1, in b\ncore.errors.X (…)")
    main(["crashes"])
    short = capsys.readouterr().out
    assert "UTC  core.errors.X (…)" in short
    assert "core.a, line 1" not in short
    assert str(crashes_folder()) in short
    main(["crashes", "--full"])
    assert "core.a, line 1" in capsys.readouterr().out
    main(["crashes", "--remove"])
    assert "There are no crash reports.\n" in capsys.readouterr().out
