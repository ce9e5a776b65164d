"""Starts and holds are measured on real windows, and a hold is noticed with its place."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from benchmarks import window
from benchmarks.heartbeat import LIMIT_MS, Collecting, Heartbeat
from benchmarks.pictures import write_pictures
from benchmarks.screens import OFFSCREEN, screens
from benchmarks.timing import Timing
from tests.guards.isolation import isolated_environment


@pytest.fixture
def place(tmp_path: Path) -> window.Place:
    return window.Place({"QT_QPA_PLATFORM": "offscreen"}, tmp_path / "settings")


def hold_the_loop() -> None:
    end = time.perf_counter() + 4 * LIMIT_MS / 1e3
    while time.perf_counter() < end:
        pass


def test_a_hold_is_noticed_with_its_length_and_place(qtbot: QtBot) -> None:
    parent = QObject()
    heartbeat = Heartbeat(parent)
    heartbeat.start()
    QTimer.singleShot(0, parent, hold_the_loop)
    qtbot.waitUntil(lambda: bool(heartbeat.holds))
    found = heartbeat.stop()
    (hold, *_) = heartbeat.holds
    assert hold.held_ms > 3 * LIMIT_MS
    assert hold.busy_ms > 0
    assert found["worst_ms"] == max(one.held_ms for one in heartbeat.holds)
    json.dumps(found)


def test_collections_of_garbage_are_counted_until_it_ends() -> None:
    collecting = Collecting()
    collecting.start()
    gc.collect()
    assert collecting.take() == collecting.worst_ms > 0
    assert collecting.take() == 0
    collecting.stop()
    gc.collect()
    assert collecting.take() == 0


def test_both_windows_are_shown_and_leave_nothing_behind(place: window.Place) -> None:
    found = window.starts(place, rounds=1)
    assert set(found) == {window.BARE, window.OURS}
    assert all(timing.fastest > 0 for timing in found.values())
    assert not place.settings.exists()


@pytest.mark.slow
def test_the_first_answer_comes_and_nothing_reaches_the_users_home(
    place: window.Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = isolated_environment(tmp_path / "home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, home[name])
    (image,) = write_pictures(tmp_path / "pictures", images=1)
    assert window.first_answer(place, image) > 0
    if sys.platform == "linux":
        assert not (tmp_path / "home").exists()


@pytest.mark.slow
def test_the_loop_is_watched_while_images_are_analysed(place: window.Place, tmp_path: Path) -> None:
    write_pictures(tmp_path / "pictures", images=8)
    found = window.holds(place, tmp_path / "pictures", seconds=6)
    assert found[window.OURS]["finished"] > 0
    assert "finished" not in found[window.BARE]
    assert found[window.BARE]["seconds"] > 5
    assert list(place.settings.rglob("*.ini")), "settings were kept where they were told to be"


def test_what_was_measured_is_told_ratios_first() -> None:
    said: list[str] = []
    timings = {window.BARE: Timing((0.1, 0.2)), window.OURS: Timing((0.2, 0.3))}
    window.say_starts("a screen", timings, said.append)
    assert said[-1].split()[-3:] == ["1.75", "250", "200"]
    hold = {"at": 1.0, "held_ms": 120.0, "busy_ms": 20.0, "collecting_ms": 7.0, "where": "there:1"}
    ours = {"seconds": 5.0, "worst_ms": 120.0, "holds": [hold], "finished": 3, "collecting_ms": 7.0}
    bare = {"seconds": 5.0, "worst_ms": 4.0, "holds": []}
    window.say_holds("a screen", {window.BARE: bare, window.OURS: ours}, images=9, say=said.append)
    assert any(line.split()[-3:] == ["30.00", "120", "1"] for line in said)
    assert "Longest collection of garbage: 7 ms" in said[-3]
    assert said[-1].split() == ["1.00", "120", "20", "7", "there:1"]


def test_there_is_always_a_screen() -> None:
    with screens() as found:
        assert OFFSCREEN in found


def test_pictures_are_all_different(tmp_path: Path) -> None:
    paths = write_pictures(tmp_path, images=20)
    assert len({path.read_bytes() for path in paths}) == 20
