"""One line that says how far a command is and how long it will still take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, field
from typing import TextIO

from core.language import say


@dataclass(slots=True)
class Progress:
    """Writes progress to a stream: in place on a terminal, a line now and then into a file.

    Parameters
    ----------
    total : int
        Images to do.
    stream : text stream
        Usually stderr, so that stdout stays free.
    verb : str
        The command's name, before each line.
    clock : callable
        Seconds from any fixed moment.
    pause : float
        Seconds between two lines into a file.
    """

    total: int
    stream: TextIO
    _: KW_ONLY
    verb: str
    clock: Callable[[], float] = time.monotonic
    pause: float = 10.0
    _started: float = field(init=False)
    _shown: float = field(init=False)

    def __post_init__(self) -> None:
        self._started = self.clock()
        self._shown = self._started

    def __call__(self, done: int) -> None:
        """Show that `done` images are done, unless the last line is recent."""
        in_place = self.stream.isatty()
        now = self.clock()
        if done < self.total and now - self._shown < (0.2 if in_place else self.pause):
            return
        self._shown = now
        left = (now - self._started) / done * (self.total - done)
        line = say(
            "{verb}: {done} of {total} images, {time} left",
            verb=self.verb,
            done=done,
            total=self.total,
            time=duration(left),
        )
        end = "\n" if done == self.total or not in_place else ""
        self.stream.write(f"\r{line:<60}{end}" if in_place else f"{line}{end}")
        self.stream.flush()


def duration(seconds: float) -> str:
    """Seconds as a person says them: ``45 s``, ``3 min``, ``1 h 20 min``."""
    if seconds < 90:
        return say("{seconds:.0f} s", seconds=seconds)
    minutes = round(seconds / 60)
    if minutes < 60:
        return say("{minutes} min", minutes=minutes)
    return say("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
