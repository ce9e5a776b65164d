"""How far the explanation of one image is, on standard error."""

from __future__ import annotations

from types import TracebackType
from typing import Self, TextIO

from core.language import say


class ImageProgress:
    """Counts in place on a terminal; elsewhere says one line when the image is done.

    Parameters
    ----------
    stream : text stream
        Usually stderr, so that stdout stays free.
    name : str
        Of the image.
    verb : str
        What is done to it.
    """

    def __init__(self, stream: TextIO, *, name: str, verb: str) -> None:
        self._stream = stream
        self._name = name
        self._verb = verb
        self._in_place = stream.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Say how many steps are done."""
        if self._in_place:
            self._put(
                say(
                    "{verb}: {name}, {done} of {total}",
                    verb=self._verb,
                    name=self._name,
                    done=done,
                    total=total,
                )
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the line to what comes next."""
        if self._in_place:
            self._put("")
            self._stream.write("\r")
        elif kind is None:
            self._stream.write(f"{self._verb}: {self._name}\n")
        self._stream.flush()

    def _put(self, text: str) -> None:
        self._stream.write(f"\r{text[:78]:<78}")
        self._stream.flush()
