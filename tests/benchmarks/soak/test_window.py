"""A scripted user plays a round in the real window, with the real engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.soak import window
from benchmarks.soak.stage import Stage
from benchmarks.soak.window import Wish
from core.paths import model_folder


def test_a_wish_is_asked_for_by_a_command() -> None:
    wish = Wish(minutes=30, rounds=None, seed=3)
    assert wish.command == "python -m benchmarks use --minutes 30 --seed 3 --platform offscreen"


def play_instead(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have another program run than the window."""

    def opened(*_: object) -> subprocess.Popen[str]:
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)

    monkeypatch.setattr(Stage, "build", lambda _: None)
    monkeypatch.setattr(window, "_opened", opened)


def test_a_run_that_breaks_off_is_not_written_down_as_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_instead("raise SystemExit(3)", monkeypatch)
    page = tmp_path / "page.md"
    assert window.report(Wish(20, rounds=2, seed=5), say=lambda _: None, page=page) == 3
    assert "- **It did not come to its end: the window broke off after 0 rounds**" in (
        page.read_text(encoding="utf-8")
    )


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "hanging",
    ["import time; time.sleep(600)", "import os, time; os.close(1); time.sleep(600)"],
    ids=["in a round", "after the last one"],
)
def test_a_window_that_hangs_is_ended_and_named(
    hanging: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_instead(hanging, monkeypatch)
    monkeypatch.setattr(window, "_GRACE_MINUTES", 0.01)
    page = tmp_path / "page.md"
    assert window.report(Wish(0, rounds=2, seed=5), say=lambda _: None, page=page) != 0
    assert "after 0 rounds the window hung, and was ended after 0.01 minutes**" in (
        page.read_text(encoding="utf-8")
    )


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(not (model_folder() / "card.json").is_file(), reason="no model ships here")
def test_two_rounds_are_played_and_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    said: list[str] = []
    page = tmp_path / "page.md"
    status = window.report(Wish(20, rounds=2, seed=5), say=said.append, page=page)
    assert status == 0, capfd.readouterr().err
    assert [line.split()[0] for line in said[:3]] == ["round", "1", "2"]
    assert "Widgets: too few rounds to say" in said
    assert said[1] in page.read_text(encoding="utf-8")
    if sys.platform == "linux":
        assert float(said[2].split()[3]) > 50  # the engine's memory: it is the real one
    assert list(scratch.iterdir()) == []
