"""Wakes a thread that waits for a process and for other threads at the same time."""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import suppress


class Bell:
    """Rung by any thread, heard by one.

    Attributes
    ----------
    heard : Connection
        Readable when it was rung; for `multiprocessing.connection.wait`.
    """

    def __init__(self) -> None:
        self.heard, self._rope = multiprocessing.Pipe(duplex=False)
        self._lock = threading.Lock()
        self._rung = False
        self._closed = False

    def ring(self) -> None:
        """Wake the waiting thread; never blocks, because a rung bell is not rung again."""
        with self._lock:
            if not self._rung and not self._closed:
                self._rung = True
                self._rope.send_bytes(b"!")

    def hush(self) -> None:
        """Be ready for the next ring. Only after that look for what has changed."""
        with self._lock, suppress(EOFError, OSError):
            if self._rung and not self._closed:
                self.heard.recv_bytes()
                self._rung = False

    def close(self) -> None:
        """Close the pipe. Idempotent."""
        with self._lock:
            self._closed = True
            self.heard.close()
            self._rope.close()
