"""What is known about one running engine process: its model, its device, what it works on."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from core.engine.inquiry import Inquiry
from core.engine.process import EngineProcess
from core.engine.protocol import Work
from core.results import Device

if TYPE_CHECKING:
    from core.engine.backlog import Backlog
    from core.engine.job import Job
    from core.engine.protocol import Ready
    from core.engine.settings import EngineSettings
    from core.model import RawAnswer
    from core.results import Analysis


class RunningEngine:
    """A process and its work, one image at a time, and beside it one question.

    Parameters
    ----------
    settings : EngineSettings
        Which model, on what, and how patient to be.

    Attributes
    ----------
    process : EngineProcess
        The process, which begins to start.
    ready : Ready or None
        What it runs on, once it has said so.
    job : Job or None
        The image it works on.
    inquiry : Inquiry
        What it is asked.

    Raises
    ------
    OSError
        If the system starts no process.
    """

    def __init__(self, settings: EngineSettings) -> None:
        self.process = EngineProcess(settings)
        self.process.limit(settings.start_deadline_s)
        self.ready: Ready | None = None
        self.job: Job | None = None
        self.inquiry = Inquiry(self.process, deadline_s=settings.question_deadline_s)
        self._deadline_s = settings.deadline_s
        self._begun = 0.0

    @property
    def unfinished(self) -> list[Job]:
        """What it has not answered."""
        return [job for job in (self.job, self.inquiry.job) if job is not None]

    @property
    def on_gpu(self) -> bool:
        """Whether it is known to run on a GPU."""
        return self.ready is not None and self.ready.choice.device is Device.GPU

    def start_work(self, ready: Ready) -> None:
        """Note that the process waits for work."""
        self.process.unlimit()
        self.ready = ready

    def feed(self, backlog: Backlog) -> None:
        """Give the process what it can take: an image, and beside it a question.

        Raises
        ------
        OSError
            If it has ended.
        """
        if self._can_work and self.job is None and (job := backlog.next_prepared()) is not None:
            self._begin(job)
        asked = self.inquiry.job
        if asked is not None and not backlog.is_wanted(asked):
            self.inquiry.drop()
        unasked = self._can_work and self.inquiry.job is None
        if unasked and (job := backlog.next_question()) is not None:
            self.inquiry.begin(job)

    @property
    def _can_work(self) -> bool:
        return self.ready is not None and self.process.overdue is None

    def _begin(self, job: Job) -> None:
        if job.prepared is None:
            raise ValueError(f"job {job.number} is not prepared")
        self.job, self._begun = job, time.perf_counter()
        self.process.limit(self._deadline_s)
        self.process.send(Work(job.prepared.views, job.quick))

    def finish(self) -> tuple[Job, float]:
        """Take the job back that was answered, and the milliseconds that it took."""
        elapsed = (time.perf_counter() - self._begun) * 1e3
        self.process.unlimit()
        job, self.job = self.job, None
        if job is None:
            raise RuntimeError("the engine process answered what nobody asked")
        return job, elapsed

    def conclude(self, job: Job, answer: RawAnswer, *, milliseconds: float) -> Analysis:
        """Turn the network's answer into an analysis.

        Raises
        ------
        InferenceError
            If the answer is not made of numbers.
        """
        from core.model.conclusion import Executed, conclude

        if job.prepared is None or job.model is None or self.ready is None:
            raise ValueError(f"job {job.number} was not in the network")
        executed = Executed(self.ready.engine, self.ready.choice.device, milliseconds)
        analysis = conclude(answer, job.prepared, model=job.model, executed=executed)
        return analysis if job.quick is None else replace(analysis, precision=job.quick)
