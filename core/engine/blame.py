"""When a process ended without a word: over which job, and in which words that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.engine.process import Duty
from core.errors import EngineCrashed, EngineTimeout
from core.language import say

if TYPE_CHECKING:
    from core.engine.backlog import Backlog
    from core.engine.job import Job
    from core.engine.recovery import GiveUp, Recovery, Retry
    from core.engine.running import RunningEngine
    from core.engine.settling import Settling
    from core.errors import LentigoError

_STRIKES: Final = 2


def suspects(engine: RunningEngine) -> tuple[Job | None, Job | None]:
    """Tell apart the job over which a process ended and the one that was merely under way.

    A question is the rarer and the heavier work, so it is suspected first, unless it is known that
    an image took too long.
    """
    image, question = engine.job, engine.inquiry.job
    if question is None or engine.process.overdue is Duty.WORK:
        return image, question
    return question, image


def judge(
    engine: RunningEngine, reason: str, *, backlog: Backlog, settling: Settling, recovery: Recovery
) -> Retry | GiveUp:
    """Give each job that was under way another try, or its error; decide what follows."""
    job, bystander = suspects(engine)
    if bystander is not None:
        backlog.put_back(bystander)
    if job is None or not backlog.is_wanted(job):
        return recovery.after_end(reason, on_gpu=engine.on_gpu)
    job.strikes += 1
    skipped = job.strikes >= _STRIKES
    if skipped:
        settling.fail(job, verdict(job, engine))
    else:
        backlog.put_back(job)
    return recovery.after_end_at_work(reason, on_gpu=engine.on_gpu, skipped=skipped)


def reason_of(engine: RunningEngine, how: str) -> str:
    """Say in one sentence why a process ended; `how` is its exit status in words."""
    if engine.process.overdue is None:
        return say("The engine broke down ({how}).", how=how)
    if engine.ready is None:
        return say("The engine took too long to start and was stopped.")
    return say("The engine did not answer in time and was stopped.")


def verdict(job: Job, engine: RunningEngine) -> LentigoError:
    """Name the error of a job over which two processes ended."""
    late = engine.process.overdue is not None
    if job.question is not None:
        if late:
            return EngineTimeout(
                say("The engine did not finish this in time, twice, and was stopped.")
            )
        return EngineCrashed(say("The engine broke down over this, at the second attempt too."))
    if late:
        return EngineTimeout(
            say(
                "The engine did not finish this image in time, not at the second attempt "
                "either, so it was skipped."
            )
        )
    return EngineCrashed(
        say("The engine broke down over this image, at the second attempt too, so it was skipped.")
    )
