"""A command that is followed, stopped, or fails; the process is a stand-in that says the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.bringing.command import Command
from desktop.bringing.process import CommandProcess, Outcome

SAYS = "import sys, time\nsay = lambda *w: print(*w, sep='\\n', file=sys.stderr, flush=True)\n"


@pytest.fixture
def process(qtbot: QtBot) -> Iterator[CommandProcess]:
    del qtbot
    process = CommandProcess()
    yield process
    process.close()


def run(process: CommandProcess, script: str) -> None:
    process.start(Command(sys.executable, ("-c", SAYS + script)))


def test_progress_is_told_and_then_the_end(process: CommandProcess, qtbot: QtBot) -> None:
    told: list[tuple[str, int, int]] = []
    process.progressed.connect(lambda *news: told.append(news))
    with qtbot.waitSignal(process.finished) as finished:
        run(process, "say('embed: 16 of 60 images, 9 s left', 'embed: 60 of 60 images, 0 s left')")
        assert process.busy
    assert told == [("embed", 16, 60), ("embed", 60, 60)]
    assert finished.args == [Outcome(complete=True, said="", told=())]
    assert not process.busy


def test_lines_come_whole_however_they_are_sent(process: CommandProcess, qtbot: QtBot) -> None:
    script = (
        "for part in ('read: 1', ' of 9 images, 9 s left\\n', 'The en', 'd.\\n'):\n"
        "    sys.stderr.write(part); sys.stderr.flush(); time.sleep(0.05)\n"
        "print(12)"
    )
    told: list[int] = []
    process.progressed.connect(lambda *news: told.append(news[1]))
    with qtbot.waitSignal(process.finished) as finished:
        run(process, script)
    assert told == [1]
    assert finished.args == [Outcome(complete=True, said="12", told=("The end.",))]


def test_what_could_not_be_read_is_said(process: CommandProcess, qtbot: QtBot) -> None:
    with qtbot.waitSignal(process.finished) as finished:
        run(process, "say('1 image could not be read:', '  a.png: damaged'); sys.exit(1)")
    told = ("1 image could not be read:", "a.png: damaged")
    assert finished.args == [Outcome(complete=False, said="", told=told)]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("say('There is no data set at x.'); sys.exit(2)", "There is no data set at x."),
        ("sys.exit(7)", "The work broke down (7)."),
        ("raise ValueError('3')", "The work broke down (ValueError: 3)."),
    ],
)
def test_a_failure_is_one_sentence(
    process: CommandProcess, qtbot: QtBot, script: str, words: str
) -> None:
    with qtbot.waitSignal(process.failed) as failed:
        run(process, script)
    assert failed.args == [words]


def test_a_program_that_is_not_there_is_said(process: CommandProcess, qtbot: QtBot) -> None:
    with qtbot.waitSignal(process.failed) as failed:
        process.start(Command("/nowhere/at/all", ()))
    assert "starts no process" in failed.args[0]
    assert not process.busy


def test_it_can_be_stopped(process: CommandProcess, qtbot: QtBot) -> None:
    with qtbot.waitSignal(process.progressed):
        run(process, "say('embed: 1 of 9 images, 9 s left'); time.sleep(60)")
    with qtbot.waitSignal(process.stopped):
        process.stop()
    assert not process.busy


def test_closing_waits_for_no_end(process: CommandProcess, qtbot: QtBot) -> None:
    with qtbot.waitSignal(process.progressed):
        run(process, "say('embed: 1 of 9 images, 9 s left'); time.sleep(60)")
    with qtbot.assertNotEmitted(process.failed), qtbot.assertNotEmitted(process.stopped):
        process.close()
    assert not process.busy
