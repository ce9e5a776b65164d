"""What somebody's answers say, in sentences and tables: for the command line and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from core.language import again, counted, marked, number, say
from core.report.answer_words import share_words
from core.report.case_words import class_name, day_words
from core.wording import in_sentence

if TYPE_CHECKING:
    from core.learning.progress.confusion import MixedUp
    from core.learning.progress.scope import Scope
    from core.learning.progress.summary import Progress

Row = tuple[str, str]
_FEW: Final = 20
"""Answers below which a gap is chance."""
_SLIGHT: Final = 0.05
"""A gap between confidence and truth that goes neither way."""
FIRST_MEETINGS: Final = marked(
    "Counted are lesions met for the first time, as who meets one again may remember it. Only what "
    "is mixed up is counted over all answers. Ranges are 95 % intervals."
)


class Fit(Enum):
    """How confidence and truth agree."""

    UNKNOWN = auto()
    FITS = auto()
    SAYS_LITTLE = auto()
    TOO_SURE = auto()
    UNSURE = auto()


def name_of(code: str, names: Mapping[str, str]) -> str:
    """Name a diagnosis: as the atlas does, else as we do, else by its code."""
    return again(names[code]) if code in names else class_name(code)


def scope_words(scope: Scope) -> str:
    """Say which answers are counted, where not all are; else nothing."""
    since = "" if scope.since is None else day_words(scope.since.astimezone().date())
    if since and scope.atlas:
        return say("Answers since {day} about the atlas {name}", day=since, name=scope.atlas)
    if since:
        return say("Answers since {day}", day=since)
    return say("Answers about the atlas {name}", name=scope.atlas) if scope.atlas else ""


def summary_rows(progress: Progress) -> Iterator[Row]:
    """Give what can be said in a line each: what it is, and how it is."""
    yield say("Answers"), str(progress.answers)
    yield say("Right at first sight"), share_words(progress.first)
    if (mean := progress.balanced) is not None:
        yield (
            say("Each diagnosis counting alike"),
            say(
                "{value:.0f} % ({low:.0f} to {high:.0f} %)",
                value=100 * mean.value,
                low=100 * mean.low,
                high=100 * mean.high,
            ),
        )
    if progress.sensitivity.count:
        yield say("Malignant lesions said to be so"), share_words(progress.sensitivity)
    if progress.specificity.count:
        yield say("Others said not to be"), share_words(progress.specificity)
    if progress.repeated.count:
        yield say("Right when met again"), share_words(progress.repeated)
    if progress.beside[1].count:
        yield say("Where the model was asked too"), share_words(progress.beside[0])
        yield say("The model about the same images"), share_words(progress.beside[1])
    if progress.late:
        yield say("Too late"), str(progress.late)
    if progress.seconds is not None:
        yield (
            say("Time for half of the answers"),
            say("{n:.0f} seconds at most", n=progress.seconds),
        )
    yield say("Due again"), due_words(progress)


def due_words(progress: Progress) -> str:
    """Say how many lesions are due."""
    due = progress.due
    return say(
        "{now} now, {soon} within a week, of {known}", now=due.now, soon=due.soon, known=due.known
    )


def fit_of(progress: Progress) -> Fit:
    """Tell how somebody's confidence fits what turns out right."""
    gap = progress.calibration.gap
    if gap is None or progress.calibration.count < _FEW:
        return Fit.UNKNOWN
    if all(one.fits for one in progress.calibration.bins):
        return Fit.FITS
    if abs(gap) < _SLIGHT:
        return Fit.SAYS_LITTLE
    return Fit.TOO_SURE if gap > 0 else Fit.UNSURE


def confidence_words(progress: Progress) -> str:
    """Say whether somebody is as often right as they are sure."""
    points = number(abs(100 * (progress.calibration.gap or 0)), ".0f")
    match fit_of(progress):
        case Fit.UNKNOWN:
            return say("Too few answers to say how well confidence fits.")
        case Fit.FITS:
            return say("Confidence fits what turns out right.")
        case Fit.SAYS_LITTLE:
            return say("How sure an answer is says little about whether it is right.")
        case Fit.TOO_SURE:
            return say("Too sure: by {points} points of 100, on average.", points=points)
        case Fit.UNSURE:
            return say("Not sure enough: by {points} points of 100, on average.", points=points)


def class_rows(progress: Progress, names: Mapping[str, str]) -> Iterator[Row]:
    """Give diagnoses with the share that was recognised."""
    for one in progress.classes:
        yield name_of(one.code, names), share_words(one.share)


def confidence_rows(progress: Progress) -> Iterator[Row]:
    """Give confidence with what turned out right; what nobody said is left out."""
    for one in progress.calibration.bins:
        if one.confidence is not None:
            said = say("{percent:.0f} % sure", percent=100 * one.confidence)
            yield said, share_words(one.share)


def pair_rows(progress: Progress, names: Mapping[str, str], *, most: int = 5) -> Iterator[Row]:
    """Give the diagnoses that are mixed up most, with the errors of all answers about them."""
    for one in progress.mixed_up[:most]:
        yield pair_words(one, names), errors_words(one)


def pair_words(pair: MixedUp, names: Mapping[str, str]) -> str:
    """Name two diagnoses."""
    return say(
        "{first} and {second}",
        first=name_of(pair.first, names),
        second=in_sentence(name_of(pair.second, names)),
    )


def errors_words(pair: MixedUp) -> str:
    """Say how often one of them was taken for the other."""
    of = counted("of {count} answer", "of {count} answers", count=pair.errors.count)
    return f"{number(pair.errors.right)} {of}"
