"""What a process takes and holds is counted, and counting leaves nothing behind."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from benchmarks.soak.allocator import in_use_mb
from benchmarks.soak.processes import started_by, taken_by
from benchmarks.soak.state import look

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not say")


@pytest.fixture(autouse=True)
def unfrozen() -> object:
    """Let later tests see what `look` has frozen."""
    yield None
    gc.unfreeze()


@linux
def test_handles_and_threads_are_counted(tmp_path: Path) -> None:
    before = taken_by(os.getpid())
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    with (tmp_path / "open").open("w"):
        during = taken_by(os.getpid())
    over.set()
    thread.join()
    assert during.handles == before.handles + 1
    assert during.threads == before.threads + 1
    assert taken_by(os.getpid()).handles == before.handles


@linux
def test_memory_is_counted() -> None:
    before = taken_by(os.getpid())
    held = b"x" * 50_000_000
    during = taken_by(os.getpid())
    assert during.own_mb - before.own_mb > len(held) / 2e6


@pytest.mark.skipif(not in_use_mb(), reason="another C library")
def test_memory_in_use_is_told_from_memory_kept_for_later() -> None:
    before = in_use_mb()
    held = bytearray(50_000_000)
    assert in_use_mb() - before == pytest.approx(len(held) / 1e6, abs=10)
    del held
    assert in_use_mb() - before < 10


@linux
def test_processes_below_are_found() -> None:
    wait = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(input())'])"
    with subprocess.Popen(
        [sys.executable, "-c", wait], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as one:
        assert one.pid in started_by(os.getpid())
        one.communicate("over\n")
    assert one.pid not in started_by(os.getpid())
    assert taken_by(one.pid).handles == 0


def test_what_is_kept_is_counted(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    before = look(1, 0.0)
    kept = [QWidget(parent), QObject(parent)]
    window = QWidget()
    qtbot.addWidget(window)
    after = look(2, 0.0)
    assert len(kept) == 2
    assert after.widgets == before.widgets + 2
    assert after.tops == before.tops + 1
    assert after.objects == before.objects + 3
    assert after.types["PySide6.QtWidgets.QWidget"] >= 3


def test_what_waits_to_be_thrown_away_is_not_counted(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    before = look(1, 0.0)
    QWidget(parent).deleteLater()
    assert look(2, 0.0).widgets == before.widgets


def test_counting_leaves_nothing_of_what_qt_made_itself(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = QLabel("<b>rich</b>", parent)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    parent.show()
    look(1, 0.0)
    label.deleteLater()
    look(2, 0.0)
    gc.unfreeze()
    dead = [one for one in gc.get_objects() if type(one).__name__ == "QTextDocument"]
    assert not [one for one in dead if not isValid(one)]
