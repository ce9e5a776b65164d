"""The window against a bare one of PySide6: how soon it is there, and how lively it stays.

Both are fresh processes, in turn, from source and warm: files are in the system's cache, as they
are at every start but a day's first. A bare window's holds show what this machine adds by itself.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.heartbeat import LIMIT_MS
from benchmarks.pictures import write_pictures
from benchmarks.program import LIMIT, Hung, Program
from benchmarks.rivals.unavailable import Unavailable
from benchmarks.screens import screens
from benchmarks.timing import Timing

BARE, OURS = "bare", "lentigo"
NAMES = {BARE: "a bare PySide6 window", OURS: "Lentigo, from source, warm"}
_SHOWN_HOLDS = 8

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the windows open.

    Parameters
    ----------
    screen : mapping of str to str
        Environment that names the screen.
    settings : Path
        Folder for Lentigo's settings.
    """

    screen: Mapping[str, str]
    settings: Path

    def open(self, *words: str) -> Program:
        """Start the program that is measured."""
        command = [sys.executable, "-m", "benchmarks.open_window", str(self.settings), *words]
        environment = os.environ | dict(self.screen)
        environment["LENTIGO_CASES"] = str(Path(self.settings) / "cases.sqlite")  # away from theirs
        environment["LENTIGO_LEARNING"] = str(Path(self.settings) / "learning.sqlite")
        environment["XDG_STATE_HOME"] = str(self.settings)  # logs, on Linux
        # As users have it: compiled at the first start, which is not counted, and never again.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(self.settings.with_name("bytecode"))
        return Program(command, environment=environment)


def report(*, images: int, rounds: int, seconds: float, say: Say) -> None:
    """Measure and print.

    Parameters
    ----------
    images : int
        To open, generated.
    rounds : int
        Starts of each window, in turn.
    seconds : float
        How long to watch the event loop.
    say : callable
        Prints a line.
    """
    with tempfile.TemporaryDirectory() as folder, screens() as found:
        pictures = Path(folder) / "pictures"
        write_pictures(pictures, images=images)
        for name, screen in found.items():
            place = Place(screen, Path(folder) / "settings")
            say_starts(name, starts(place, rounds=rounds), say)
            say_holds(name, holds(place, pictures, seconds=seconds), images=images, say=say)


def starts(place: Place, *, rounds: int) -> dict[str, Timing]:
    """Time from nothing to the first paint, in turn; one round more goes before, uncounted."""
    seconds: dict[str, list[float]] = {which: [] for which in NAMES}
    for number in range(rounds + 1):
        for which, taken in seconds.items():
            one = start(place, which)
            if number:
                taken.append(one)
    return {which: Timing(tuple(taken)) for which, taken in seconds.items()}


def start(place: Place, which: str) -> float:
    """Seconds from starting the program to its first paint.

    Raises
    ------
    Unavailable
        If no window was shown.
    """
    begun = time.perf_counter()
    with place.open("shown", which) as program:
        _line(program, which)
        return time.perf_counter() - begun


def first_answer(place: Place, image: Path) -> float:
    """Seconds from starting Lentigo with an image to its answer in the window.

    Raises
    ------
    Unavailable
        If none came.
    """
    begun = time.perf_counter()
    with place.open("answered", OURS, str(image)) as program:
        _line(program, OURS)
        return time.perf_counter() - begun


def holds(place: Place, pictures: Path, *, seconds: float) -> dict[str, dict[str, Any]]:
    """Watch the event loops, in turn, while Lentigo loads its model and analyses a folder.

    One use of Lentigo goes before, uncounted: what starts never reach is not compiled yet.

    Raises
    ------
    Unavailable
        If one said nothing.
    """
    found = {}
    ours = (OURS, (str(pictures),))
    for which, words in (ours, (BARE, ()), ours):
        with place.open("held", which, str(seconds), *words) as program:
            found[which] = json.loads(_line(program, which, limit=seconds + LIMIT))
    return found


def say_starts(screen: str, found: Mapping[str, Timing], say: Say) -> None:
    """Print how soon the windows are there."""
    rounds = len(found[BARE].seconds)
    say(f"\nTo the first paint ({screen}), median of {rounds} starts in turn:\n")
    say(f"{'':42}  {'x bare':>7}  {'ms':>7}  {'best':>7}")
    for which, timing in found.items():
        ratio = timing.ratio_to(found[BARE])
        say(
            f"{NAMES[which]:42}  {ratio:7.2f}  {timing.median * 1e3:7.0f}  "
            f"{timing.fastest * 1e3:7.0f}"
        )


def say_holds(screen: str, found: Mapping[str, dict[str, Any]], *, images: int, say: Say) -> None:
    """Print how long the event loops were held."""
    finished = found[OURS].get("finished", 0)
    say(
        f"\nEvent loop held ({screen}), over {found[OURS]['seconds']:.0f} s; Lentigo with {images} "
        f"images, {finished} analysed, going from image to image:\n"
    )
    say(f"{'':42}  {'x bare':>7}  {'worst ms':>8}  {'over ' + format(LIMIT_MS, '.0f'):>8}")
    for which, one in found.items():
        ratio = one["worst_ms"] / max(found[BARE]["worst_ms"], 1.0)
        say(f"{NAMES[which]:42}  {ratio:7.2f}  {one['worst_ms']:8.0f}  {len(one['holds']):8}")
    say(f"\nLongest collection of garbage: {found[OURS]['collecting_ms']:.0f} ms")
    _say_worst(found[OURS]["holds"], say)


def _say_worst(found: Sequence[Mapping[str, Any]], say: Say) -> None:
    worst = sorted(found, key=lambda hold: -hold["held_ms"])[:_SHOWN_HOLDS]
    if worst:
        say(f"\n{'at s':>7}  {'held ms':>7}  {'busy ms':>7}  {'garbage':>7}  where")
    for hold in worst:
        figures = (hold["held_ms"], hold["busy_ms"], hold["collecting_ms"])
        say(f"{hold['at']:7.2f}  {'  '.join(f'{one:7.0f}' for one in figures)}  {hold['where']}")


def _line(program: Program, which: str, *, limit: float = LIMIT) -> str:
    name = f"The window ({NAMES[which]})"
    try:
        line = program.hear(limit=limit)
    except Hung as why:
        raise Unavailable(f"{name} {why}") from why
    if not line:
        raise Unavailable(f"{name} does not answer.")
    return line
