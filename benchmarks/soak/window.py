"""A scripted user of the real window, for as long as one likes: what it takes, round by round."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer
from typing import Final

from benchmarks.screens import OFFSCREEN, screens
from benchmarks.soak.stage import Stage
from benchmarks.soak.state import State
from benchmarks.soak.told import head, row, verdicts

Say = Callable[[str], None]
_ABOUT: Final = """# Long runs

Written by `{command}`, on {machine}.

A scripted user in the real window, with the real engine and model: opens images and a folder, walks
along the filmstrip and changes what is seen, compares, exports, keeps a case, follows a lesion up
and deletes the case, runs a batch, browses an atlas, answers a quiz, reads the progress, changes
theme, locks and unlocks, opens dialogs, closes everything, rests for a moment, and begins again, in
an order that dice choose. Every fifth round the language changes, and with it the window. After
each round stands what the process of the window and those that it started take: memory that is
theirs alone and how much of that is in use, open handles, threads, and what of Qt and Python is
alive. The first fifth of the rounds is not judged. Flat is what grew by no more than rounds differ
anyway.

"""
_BROKEN: Final = "**It did not come to its end: the window broke off after {rounds} rounds**"
_HUNG: Final = (
    "**It did not come to its end: after {rounds} rounds the window hung, and was ended "
    "after {minutes:g} minutes**"
)
_GRACE_MINUTES: Final = 20.0
"""For the start, the last round and the end; the script itself waits 10 minutes for one step."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be played.

    Parameters
    ----------
    minutes : float
        How long; a round that is begun comes to its end.
    rounds : int or None
        How many at most.
    seed : int
        Of the dice.
    platform : str
        Screen: one of `benchmarks.screens.screens`.
    """

    minutes: float
    rounds: int | None
    seed: int
    platform: str = OFFSCREEN

    @property
    def command(self) -> str:
        """How it is asked for."""
        rounds = f" --rounds {self.rounds}" if self.rounds else ""
        words = f"--minutes {self.minutes:g}{rounds} --seed {self.seed} --platform {self.platform}"
        return f"python -m benchmarks use {words}"

    @property
    def limit_minutes(self) -> float:
        """After how long a window that is still open hangs."""
        return self.minutes + _GRACE_MINUTES


def report(wish: Wish, *, say: Say, page: Path | None = None) -> int:
    """Play and print; return the program's exit status, which is not 0 if it had to be ended.

    Parameters
    ----------
    wish : Wish
        What is to be played.
    say : callable
        Prints a line.
    page : Path, optional
        Where all of it is written as well, at the end.
    """
    lines: list[str] = []

    def note(line: str) -> None:
        lines.append(line)
        say(line)

    with tempfile.TemporaryDirectory(prefix="lentigo-use-") as folder, screens() as found:
        stage = Stage(Path(folder))
        stage.build()
        note(head())
        states: list[State] = []
        with (
            _opened(stage, wish, found[wish.platform]) as process,
            _ended_after(wish.limit_minutes, process) as hung,
        ):
            for state in _states(process):
                states.append(state)
                note(row(state))
            process.wait()
    rows, said = list(lines), list(verdicts(states))
    if process.returncode:
        fault = _HUNG if hung.is_set() else _BROKEN
        said.insert(0, fault.format(rounds=len(states), minutes=wish.limit_minutes))
    for line in ("", *said):
        say(line)
    if page is not None:
        page.write_text(_page(wish, said, rows), encoding="utf-8")
    return process.returncode


def _opened(stage: Stage, wish: Wish, screen: Mapping[str, str]) -> subprocess.Popen[str]:
    rounds = [str(wish.rounds)] if wish.rounds else []
    words = [str(stage.root), str(wish.seed), str(wish.minutes * 60), *rounds]
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.soak.program", *words],
        env=stage.environment() | dict(screen),
        stdout=subprocess.PIPE,
        text=True,
    )


@contextmanager
def _ended_after(minutes: float, process: subprocess.Popen[str]) -> Iterator[Event]:
    """End a process that is still there after so long; the event then says so."""
    ended = Event()

    def end() -> None:
        ended.set()
        process.kill()

    timer = Timer(minutes * 60, end)
    timer.daemon = True
    timer.start()
    try:
        yield ended
    finally:
        timer.cancel()


def _states(process: subprocess.Popen[str]) -> Iterator[State]:
    for line in process.stdout or ():
        yield State.of_values(json.loads(line))


def _page(wish: Wish, said: Sequence[str], rows: Sequence[str]) -> str:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    about = _ABOUT.format(command=wish.command, machine=machine)
    told = "".join(f"- {line}\n" for line in said)
    table = "\n".join(rows)
    return f"{about}{told}\n```\n{table}\n```\n"
