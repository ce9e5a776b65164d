"""A table that is being opened, which the user may give up meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop.batch.work import begin

if TYPE_CHECKING:
    from core.batch.job import BatchJob
    from desktop.batch.work import Reader, Work


class Beginning:
    """Begins a batch in another thread; what was given up leaves no table open.

    Parameters
    ----------
    job : BatchJob
        What is to be done.
    reader : Reader
        How answers will be read.
    """

    def __init__(self, job: BatchJob, reader: Reader) -> None:
        self._job, self._reader = job, reader
        self._lock = threading.Lock()
        self._given_up = threading.Event()
        self._work: Work | None = None

    def __call__(self) -> Work | None:
        """Open the table; None if nobody wants it any more.

        Raises
        ------
        LentigoError
            If the folders or the table cannot be used.
        """
        if self._given_up.is_set():
            return None
        work = begin(self._job, self._reader)
        with self._lock:
            if not self._given_up.is_set():
                self._work = work
                return work
        work.results.close()
        return None

    def give_up(self) -> Work | None:
        """Want it no more; what is open by now is returned, to be closed."""
        with self._lock:
            self._given_up.set()
            return self._work
