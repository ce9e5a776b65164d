"""The threads that have images decoded while the network works on others.

The decoding itself happens in the processes of `core.images`; what goes on to the engine's process
is small: the network's input, never the picture.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from core.engine.messages import JobDecoded, JobFailed
from core.errors import LentigoError, UnreadableImage
from core.language import say

if TYPE_CHECKING:
    from core.engine.backlog import Backlog
    from core.engine.job import Job
    from core.engine.outlet import Outlet
    from core.images import ImageReader, Picture

_MOST_WORKERS: Final = 4
_KILL: Final = getattr(signal, "SIGKILL", signal.SIGTERM)  # on Windows SIGTERM is the merciless one
_log = logging.getLogger(__name__)


class Decoders:
    """Decodes and prepares the jobs of a backlog.

    Parameters
    ----------
    backlog : Backlog
        Where jobs come from and go to.
    outlet : Outlet
        Takes pictures and errors.
    """

    def __init__(self, backlog: Backlog, outlet: Outlet) -> None:
        self._backlog = backlog
        self._outlet = outlet
        self._lock = threading.Lock()
        self._reader: ImageReader | None = None
        self._threads = [
            threading.Thread(target=self._work, name=f"lentigo-decode-{index}", daemon=True)
            for index in range(_workers())
        ]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def close(self, *, deadline: float) -> None:
        """End threads and processes, also those at work; the backlog must be closed already.

        Parameters
        ----------
        deadline : float
            Of `time.monotonic`; afterwards a thread is left to end by itself.
        """
        own = threading.current_thread()
        others = [thread for thread in self._threads if thread is not own]
        while any(thread.is_alive() for thread in others) and time.monotonic() < deadline:
            self._kill_processes()
            for thread in others:
                thread.join(0.02)
        if self._reader is not None and not any(thread.is_alive() for thread in self._threads):
            self._reader.close()

    def _work(self) -> None:
        while (job := self._backlog.next_to_decode()) is not None:
            if (error := self._prepare(job)) is not None:
                self._fail(job, error)

    def _prepare(self, job: Job) -> LentigoError | None:
        """Bring a job to the network's door, or say why it cannot be."""
        try:
            return self._handle(job)
        except LentigoError as error:
            return error.with_traceback(None)  # it would keep the pixels alive
        except Exception as error:  # noqa: BLE001  # every job is to be answered
            if self._backlog.is_wanted(job):
                _log.exception("a job could not be prepared")
            message = say("Lentigo could not read this picture because of a fault of its own.")
            return UnreadableImage(message, value=type(error).__name__)

    def _handle(self, job: Job) -> LentigoError | None:
        from core.model.preparation import prepare

        if job.shown and (refusal := self._backlog.refusal) is not None:
            return refusal
        picture = self._decode(job)
        self._show(job, picture)
        model = self._backlog.wait_for_model(job)
        if model is None or isinstance(model, LentigoError):
            return model
        prepared = prepare(picture, model.card, thorough=job.thorough)
        self._backlog.put_prepared(job, prepared, model)
        return None

    def _decode(self, job: Job) -> Picture:
        from core.images import ImageReader, Limits, Picture
        from core.model.preparation import BOUNDED_SIDE

        if isinstance(job.source, Picture):
            return job.source
        with self._lock:
            if self._reader is None:
                limits = Limits(gives_way=True)
                self._reader = ImageReader(limits=limits, workers=len(self._threads))
        return self._reader.read(job.source, max_side=BOUNDED_SIDE)

    def _show(self, job: Job, picture: Picture) -> None:
        if not job.shown and self._backlog.is_wanted(job):
            job.shown = True
            self._outlet.emit(JobDecoded(job.number, picture))

    def _fail(self, job: Job, error: LentigoError) -> None:
        if self._backlog.settle(job):
            self._outlet.emit(JobFailed(job.number, error))

    def _kill_processes(self) -> None:
        """End the decoders at their work: nobody waits for it any more."""
        if self._reader is None:
            return
        with suppress(OSError, AttributeError, ValueError):  # one is just ending by itself
            for pid in self._reader.worker_pids:
                os.kill(pid, _KILL)


def _workers() -> int:
    """One core stays with the network."""
    return max(1, min(_MOST_WORKERS, (os.cpu_count() or 1) - 1))
