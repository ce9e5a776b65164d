"""How fast it goes, and how long it will still take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Final

_WINDOW: Final = 30.0  # seconds that are looked back over


class Pace:
    """Images a second, lately; pauses do not count.

    Parameters
    ----------
    clock : callable
        Seconds from any fixed moment.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._done = 0
        self._marks: deque[tuple[float, int]] = deque()

    def begin(self) -> None:
        """Forget what was before: the work begins, or goes on."""
        self._marks.clear()
        self._marks.append((self._clock(), self._done))

    def step(self, images: int) -> None:
        """Count images that are done."""
        self._done += images
        now = self._clock()
        self._marks.append((now, self._done))
        while now - self._marks[0][0] > _WINDOW and len(self._marks) > 2:
            self._marks.popleft()

    @property
    def rate(self) -> float | None:
        """Images a second; None before it can be known."""
        if len(self._marks) < 2:
            return None
        (begun, before), (now, done) = self._marks[0], self._marks[-1]
        return (done - before) / (now - begun) if now > begun and done > before else None

    def seconds_left(self, images: int) -> float | None:
        """How long so many images will take; None before it can be known."""
        return None if self.rate is None else images / self.rate
