"""All that somebody's answers say, as plain values.

How well somebody knows lesions is told by those that they saw for the first time: who meets one
again may remember it. What they mix up is counted over all answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING, Final

from core.learning.progress.accuracy import ClassShare, Estimate, balanced, by_class
from core.learning.progress.calibration import Calibration, calibrate
from core.learning.progress.confusion import NOTHING, Confusion, MixedUp, mixed_up, said_of
from core.learning.progress.course import Block, course_of
from core.learning.progress.scope import EVERYTHING, Scope
from core.learning.quiz.cards import Due, due_dates
from core.trust.shares import Share

if TYPE_CHECKING:
    from core.learning.store.records import Answer

_SOON: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DueCount:
    """Lesions that come again.

    Parameters
    ----------
    now, soon, known : int
        Due by now; within a week; all that were answered.
    """

    now: int
    soon: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What somebody's answers say.

    Parameters
    ----------
    answers, late : int
        All; those that came too late, which count as wrong.
    atlases : tuple of str
        Names of those that were asked about.
    first, repeated : Share
        Right answers about lesions met for the first time, and met again.
    classes : tuple of ClassShare
        First meetings by diagnosis.
    balanced : Estimate, optional
        Their average, each diagnosis counting alike.
    sensitivity, specificity : Share
        Malignant lesions that were said to be so, and others that were said not to be, of first
        meetings where that was asked, and answered in time.
    own, model : Confusion
        First meetings: own answers, and the model's where it was asked.
    beside : (Share, Share)
        Right answers, own and the model's, about the same first meetings: those of `model`.
    course : tuple of Block
        First meetings over time.
    calibration : Calibration
        Of first meetings.
    mixed_up : tuple of MixedUp
        Of all answers.
    due : DueCount
        What comes again.
    seconds : float, optional
        That half of the answers took at most.
    """

    answers: int
    late: int
    atlases: tuple[str, ...]
    first: Share
    repeated: Share
    classes: tuple[ClassShare, ...]
    balanced: Estimate | None
    sensitivity: Share
    specificity: Share
    own: Confusion
    model: Confusion
    beside: tuple[Share, Share]
    course: tuple[Block, ...]
    calibration: Calibration
    mixed_up: tuple[MixedUp, ...]
    due: DueCount
    seconds: float | None


def progress_of(answers: Sequence[Answer], now: datetime, scope: Scope = EVERYTHING) -> Progress:
    """Say what answers tell.

    Parameters
    ----------
    answers : sequence of Answer
        Of one person, the oldest first; all, since what came before tells which are first meetings.
    now : datetime
        By which something is due.
    scope : Scope
        Which of them count. What is due follows from whenever it was answered.
    """
    counted = [one for one in answers if scope.holds(one)]
    first, repeated = ([one for one in some if scope.holds(one)] for some in split(answers))
    judged = [one for one in first if one.finding]
    classes = by_class(first)
    # Both matrices have the same rows, to be read beside each other.
    met = {code for one in first for code in (one.truth, said_of(one), one.finding)}
    codes = sorted(met - {NOTHING})
    return Progress(
        answers=len(counted),
        late=sum(one.late for one in counted),
        atlases=tuple(sorted({one.atlas for one in counted})),
        first=Share.of(one.right for one in first),
        repeated=Share.of(one.right for one in repeated),
        classes=classes,
        balanced=balanced(classes),
        sensitivity=_told(first, malignant=True),
        specificity=_told(first, malignant=False),
        own=Confusion.of(((one.truth, said_of(one)) for one in first), codes),
        model=Confusion.of(((one.truth, one.finding) for one in judged), codes),
        beside=(
            Share.of(one.right for one in judged),
            Share.of(one.finding == one.truth for one in judged),
        ),
        course=course_of(first),
        calibration=calibrate(first),
        mixed_up=mixed_up(counted),
        due=_due(list(_dates(answers, now, scope)), now),
        seconds=_middle([one.seconds for one in counted if not one.late]),
    )


def split(answers: Sequence[Answer]) -> tuple[list[Answer], list[Answer]]:
    """Tell first meetings of lesions from later ones."""
    met: set[tuple[str, str]] = set()
    first: list[Answer] = []
    repeated: list[Answer] = []
    for one in answers:
        key = (one.truth, one.lesion)
        (repeated if key in met else first).append(one)
        met.add(key)
    return first, repeated


def _told(first: Sequence[Answer], *, malignant: bool) -> Share:
    asked = (one for one in first if one.malignant is not None and not one.late)
    return Share.of(one.malignant == malignant for one in asked if one.truth_malignant == malignant)


def _dates(answers: Sequence[Answer], now: datetime, scope: Scope) -> Iterator[Due]:
    wanted = {(one.truth, one.lesion) for one in answers if scope.of_atlas(one)}
    return (due for key, due in due_dates(answers, now).items() if key in wanted)


def _due(dates: Sequence[Due], now: datetime) -> DueCount:
    return DueCount(
        sum(one.moment <= now for one in dates),
        sum(one.moment <= now + _SOON for one in dates),
        len(dates),
    )


def _middle(seconds: list[float]) -> float | None:
    return median(seconds) if seconds else None
