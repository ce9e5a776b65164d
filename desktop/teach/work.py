"""Long work on a package, outside the GUI thread: with its progress, and stopped when wanted."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, LentigoError
from desktop.language.words import mark, tr
from desktop.shell.background import Background, named

_T = TypeVar("_T")
_PAUSE: Final = 0.05  # seconds between two words about progress
_STOPPED: Final = mark("Stopped. Nothing was left behind.")
Tell = Callable[[int], None]
"""Told how many images are done."""


class Work(QObject):
    """Does one thing at a time.

    Parameters
    ----------
    parent : QObject, optional
        As for any QObject.
    """

    progressed = Signal(int)
    """Images that are done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = Background(self, threads=1)
        self._stop = Event()

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._thread.busy

    def run(
        self,
        work: Callable[[Tell], _T],
        *,
        done: Callable[[_T], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        """Do something; what is no `LentigoError` is a mistake of ours, and is raised."""

        def tell(error: Exception) -> None:
            failed(named(error))

        self._stop.clear()
        report = partial(_report, self._stop, self.progressed.emit, [0.0])
        self._thread.run(lambda: work(report), done=done, failed=tell)

    def stop(self) -> None:
        """Stop before the next image."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and wait until it has; nothing is told any more."""
        self.stop()
        self._thread.close()


def _report(stop: Event, tell: Tell, last: list[float], done: int) -> None:
    """Pass on how far it is, not too often; raise where it is to stop."""
    if stop.is_set():
        raise Cancelled(tr(_STOPPED))
    now = time.monotonic()
    if now - last[0] >= _PAUSE:
        last[0] = now
        tell(done)
