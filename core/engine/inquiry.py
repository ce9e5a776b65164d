"""The parent's side of the questions to one engine process, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.engine.messages import JobAnswered, JobFailed, JobProgress
from core.engine.process import Duty
from core.engine.protocol import Asked, Progressed, Replied, Stop

if TYPE_CHECKING:
    from core.engine.job import Job
    from core.engine.process import EngineProcess
    from core.engine.protocol import Declined


class Inquiry:
    """What a process is being asked.

    Parameters
    ----------
    process : EngineProcess
        Answers.
    deadline_s : float
        Longest time for one step, in seconds.

    Attributes
    ----------
    job : Job or None
        The question that waits for its answer.
    """

    def __init__(self, process: EngineProcess, *, deadline_s: float) -> None:
        self.job: Job | None = None
        self._process = process
        self._deadline_s = deadline_s
        self._number = 0

    def begin(self, job: Job) -> None:
        """Ask.

        Raises
        ------
        OSError
            If the process has ended.
        """
        if job.prepared is None or job.question is None:
            raise ValueError(f"job {job.number} is no question, or not prepared")
        self.job = job
        self._number += 1
        self._process.limit(self._deadline_s, duty=Duty.QUESTION)
        self._process.send(Asked(self._number, job.prepared, job.question))

    def drop(self) -> None:
        """Have the question left alone; what is still said about it is not heard.

        Raises
        ------
        OSError
            If the process has ended.
        """
        self.job = None
        self._process.unlimit(Duty.QUESTION)
        self._process.send(Stop(self._number))

    def hear(
        self, message: Progressed | Replied | Declined
    ) -> tuple[Job, JobProgress | JobAnswered | JobFailed] | None:
        """Turn what the process says into its event; None where nobody waits for it."""
        job = self.job
        if job is None or message.number != self._number:
            return None
        if isinstance(message, Progressed):
            self._process.limit(self._deadline_s, duty=Duty.QUESTION)
            return job, JobProgress(job.number, message.done, message.total)
        self.job = None
        self._process.unlimit(Duty.QUESTION)
        if isinstance(message, Replied):
            return job, JobAnswered(job.number, message.reply)
        return job, JobFailed(job.number, message.error)
