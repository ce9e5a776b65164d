"""How far a batch is, and how long it will take, on standard error."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Final, Self, TextIO

from core.language import say

_EVERY: Final = 1.0  # seconds on a terminal
_SELDOM: Final = 60.0  # seconds in a log


class BatchProgress:
    """Counts in place on a terminal; elsewhere says a line a minute.

    Parameters
    ----------
    stream : text stream
        Usually stderr, so that stdout stays free.
    done : int
        Images that have their row from before.
    to_do : int
        Those that have none.
    """

    def __init__(self, stream: TextIO, *, done: int, to_do: int) -> None:
        self._stream = stream
        self._before, self._to_do = done, to_do
        self._steps = 0
        self._in_place = stream.isatty()
        self._begun = self._said = time.monotonic()

    def __enter__(self) -> Self:
        self._stream.write(f"{self._first_words()}\n")
        return self

    def step(self) -> None:
        """Count an image."""
        self._steps += 1
        now = time.monotonic()
        if now - self._said >= (_EVERY if self._in_place else _SELDOM):
            self._said = now
            self._put(self._words(now - self._begun))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say how it ended."""
        if self._in_place:
            self._put("")
            self._stream.write("\r")
        seconds = time.monotonic() - self._begun
        if kind is None:
            self._stream.write(
                say("{steps:,} images in {time}", steps=self._steps, time=_time(seconds)) + "\n"
            )
        elif self._to_do:
            self._stream.write(
                say(
                    "Stopped after {steps:,} of {to_do:,} images, which have their rows; the "
                    "same command goes on.",
                    steps=self._steps,
                    to_do=self._to_do,
                )
                + "\n"
            )
        self._stream.flush()

    def _first_words(self) -> str:
        if not self._before:
            return say("{to_do:,} to do", to_do=self._to_do)
        return say(
            "{before:,} images have their row from before; {to_do:,} to do",
            before=self._before,
            to_do=self._to_do,
        )

    def _words(self, seconds: float) -> str:
        rate = self._steps / seconds
        left = (self._to_do - self._steps) / rate
        return say(
            "{steps:,} of {to_do:,} images, {rate:.1f} a second, {time} left",
            steps=self._steps,
            to_do=self._to_do,
            rate=rate,
            time=_time(left),
        )

    def _put(self, text: str) -> None:
        self._stream.write(f"\r{text[:78]:<78}" if self._in_place else f"{text}\n")
        self._stream.flush()


def _time(seconds: float) -> str:
    if seconds < 60:
        return say("{seconds:.0f} s", seconds=seconds)
    minutes = round(seconds / 60)
    if minutes < 60:
        return say("{minutes} min", minutes=minutes)
    return say("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
