"""The sentences of the place "Batch"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.progress import duration
from core.report.trust_details import operating_point_name
from desktop.batch.state import BatchState
from desktop.language.words import count, mark, tr
from desktop.look.words import images_words

if TYPE_CHECKING:
    from core.batch.job import BatchJob
    from core.trust.interpretation import Interpretation
    from desktop.batch.runner import BatchRunner

NONE: Final = mark("Analyse whole folders")
PURPOSE: Final = mark(
    "Thousands of images become a table that grows while you watch, and that goes on after a "
    "pause, also tomorrow. Drop folders here, or choose one."
)

NO_MODEL: Final = mark("The batch is paused, because no model answers: go on when there is one.")
OTHER_MODEL: Final = mark(
    "The batch was stopped, because its table holds the answers of another model. Go back to that "
    "model to go on, or begin a new batch."
)


def title_of(job: BatchJob) -> str:
    """Name a batch by its folders."""
    first, *others = (folder.name or str(folder) for folder in job.folders)
    if not others:
        return first
    return count(
        "{first} and {n:,} other folder",
        "{first} and {n:,} other folders",
        n=len(others),
        first=first,
    )


def progress_words(runner: BatchRunner) -> str:
    """Say how far a batch is."""
    if runner.state is BatchState.BEGINNING:
        return tr("Looking for images…")
    parts = [tr("{done:,} of {images}", done=runner.done, images=images_words(runner.total))]
    if runner.failures:
        parts.append(_without(runner.failures))
    if runner.state is BatchState.PAUSED:
        parts.append(tr("paused"))
    if (rate := runner.pace.rate) is not None and runner.state is BatchState.RUNNING:
        parts.append(tr("{rate:.1f} a second", rate=rate))
    if (left := runner.seconds_left) is not None:
        parts.append(tr("{time} left", time=duration(left)))
    return " · ".join(parts)


def resting_words(*, total: int, finished: bool, table: str) -> str:
    """Say what a table that is at rest holds."""
    if finished:
        return tr("{images} in {table}", images=images_words(total), table=table)
    return tr(
        "{images} in {table} so far: the batch has not come to its end.",
        images=images_words(total),
        table=table,
    )


def shown_words(shown: int, total: int, chosen: int) -> str:
    """Say how many rows are seen of how many."""
    every = images_words(total)
    words = every if shown == total else tr("{n:,} of {images}", n=shown, images=every)
    return tr("{words}, {n:,} chosen", words=words, n=chosen) if chosen > 1 else words


def finished_words(total: int, failures: int, table: str) -> str:
    """Say that every image has its row."""
    images = images_words(total)
    if failures:
        images = tr("{images}, {without}", images=images, without=_without(failures))
    return tr("The batch is done: {images}, in {table}.", images=images, table=table)


def reading_words(how: Interpretation, *, thorough: bool) -> str:
    """Say how answers will be read, and where that is chosen."""
    mix = tr("your case mix") if how.prevalence else tr("the case mix of the model")
    views = tr("eight views of each image") if thorough else tr("one view of each image")
    return tr(
        "Read as in Look: {views}, {point}, {mix}. A table holds answers of one model, read in one "
        "way.",
        views=views,
        point=operating_point_name(how.operating_point),
        mix=mix,
    )


def _without(failures: int) -> str:
    return count("{n:,} without a finding", "{n:,} without a finding", n=failures)
