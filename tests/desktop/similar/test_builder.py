"""A build that is followed, stopped, or fails; the process is a stand-in that says the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.engine.client import EngineRequest
from desktop.similar.builder import AtlasBuilder, command

SAYS = "import sys, time\nsay = lambda *w: print(*w, sep='\\n', file=sys.stderr, flush=True)\n"


@pytest.fixture
def builder(qtbot: QtBot) -> Iterator[AtlasBuilder]:
    del qtbot
    builder = AtlasBuilder()
    yield builder
    builder.close()


def run(builder: AtlasBuilder, script: str) -> None:
    builder.build(sys.executable, ["-c", SAYS + script], out=Path("atlas"))


def test_it_is_the_terminals_command() -> None:
    program, arguments = command(Path("data"), Path("atlas"), EngineRequest(Path("model"), "cpu"))
    assert program == sys.executable
    assert arguments == [
        "-m", "desktop", "atlas", "build", "data", "--out", "atlas", "--background",
        "--model", "model", "--device", "cpu",
    ]  # fmt: skip


def test_progress_is_told_and_then_the_end(builder: AtlasBuilder, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    builder.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(builder.finished) as finished:
        run(builder, "say('embed: 16 of 60 images, 9 s left', 'embed: 60 of 60 images, 0 s left')")
        assert builder.busy
    assert told == [(16, 60), (60, 60)]
    assert finished.args == [Path("atlas"), ""]
    assert not builder.busy


def test_what_could_not_be_read_is_said(builder: AtlasBuilder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(builder.finished) as finished:
        run(builder, "say('1 image could not be read:', '  a.png: damaged'); sys.exit(1)")
    assert finished.args[1] == "1 image could not be read:"


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("say('There is no data set at x.'); sys.exit(2)", "There is no data set at x."),
        ("sys.exit(7)", "The build broke down (7)."),
    ],
)
def test_a_failure_is_one_sentence(
    builder: AtlasBuilder, qtbot: QtBot, script: str, words: str
) -> None:
    with qtbot.waitSignal(builder.failed) as failed:
        run(builder, script)
    assert failed.args == [words]


def test_a_program_that_is_not_there_is_said(builder: AtlasBuilder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(builder.failed) as failed:
        builder.build("/nowhere/at/all", [], out=Path("atlas"))
    assert "starts no process" in failed.args[0]
    assert not builder.busy


def test_it_can_be_stopped(builder: AtlasBuilder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(builder.progressed):
        run(builder, "say('embed: 1 of 9 images, 9 s left'); time.sleep(60)")
    with qtbot.waitSignal(builder.stopped):
        builder.stop()
    assert not builder.busy


def test_closing_waits_for_no_build(builder: AtlasBuilder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(builder.progressed):
        run(builder, "say('embed: 1 of 9 images, 9 s left'); time.sleep(60)")
    with qtbot.assertNotEmitted(builder.failed), qtbot.assertNotEmitted(builder.stopped):
        builder.close()
    assert not builder.busy
