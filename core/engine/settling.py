"""Gives every job its one answer, and says it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from core.engine.messages import JobDone, JobFailed, JobProgress
from core.errors import InferenceError
from core.language import say

if TYPE_CHECKING:
    from core.engine.backlog import Backlog
    from core.engine.job import Job
    from core.engine.outlet import Outlet
    from core.engine.protocol import Declined, Progressed, Replied
    from core.engine.running import RunningEngine
    from core.errors import LentigoError
    from core.model import RawAnswer

_log = logging.getLogger(__name__)


class Settling:
    """Turns what a process says into events, for those who still wait.

    Parameters
    ----------
    backlog : Backlog
        Knows who waits.
    outlet : Outlet
        Takes the events.
    """

    def __init__(self, backlog: Backlog, outlet: Outlet) -> None:
        self._backlog, self._outlet = backlog, outlet

    def fail(self, job: Job, error: LentigoError) -> None:
        """Answer a job with an error."""
        if self._backlog.settle(job):
            self._outlet.emit(JobFailed(job.number, error))

    def conclude(
        self, engine: RunningEngine, job: Job, answer: RawAnswer, *, milliseconds: float
    ) -> LentigoError | None:
        """Answer an image, or return why the network's answer is none."""
        try:
            analysis = engine.conclude(job, answer, milliseconds=milliseconds)
        except InferenceError as error:
            return error.with_traceback(None)
        except ValueError as error:
            _log.exception("the network's answer contradicts itself")
            message = say("The model gave no usable answer for this image.")
            return InferenceError(message, value=str(error))
        if self._backlog.settle(job):
            self._outlet.emit(JobDone(job.number, analysis))
        return None

    def reply(self, engine: RunningEngine, message: Progressed | Replied | Declined) -> bool:
        """Hand on what is said about a question; return whether it is answered by that."""
        heard = engine.inquiry.hear(message)
        if heard is None:
            return False
        job, event = heard
        if isinstance(event, JobProgress):
            if self._backlog.is_wanted(job):
                self._outlet.emit(event)
            return False
        if self._backlog.settle(job):
            self._outlet.emit(event)
        return True
