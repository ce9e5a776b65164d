"""A window that has come to rest gives back to the system what its work has freed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from core import memory
from desktop.shell.background import Background

_REST_MS = 5_000


class Thrift(QObject):
    """Waits until nothing was done for a while; then once, in the background.

    Else the C library keeps what it does not return at once (`core.memory`), for each thread.

    Parameters
    ----------
    background : Background
        What is to rest, and does it; becomes the owner.
    rest_ms : int, optional
        How long nothing was done.
    """

    def __init__(self, background: Background, *, rest_ms: int = _REST_MS) -> None:
        super().__init__(background)
        self._background = background
        self._returning = False
        self._timer = QTimer(self, singleShot=True)
        # No argument `interval`: in Turkish, whose capital of i is another, Qt finds no such thing.
        self._timer.setInterval(rest_ms)
        self._timer.timeout.connect(self._return)
        background.rested.connect(self._wait)

    def waits(self) -> bool:
        """Whether memory will go back unless work comes."""
        return self._timer.isActive()

    def _wait(self) -> None:
        """Begin to wait, unless what has ended is only what this has done itself."""
        if self._returning:
            self._returning = False
        else:
            self._timer.start()

    def _return(self) -> None:
        if not self._background.busy:  # else it will come to rest again
            self._returning = True
            self._background.run(memory.return_freed_memory, done=lambda _: None)
