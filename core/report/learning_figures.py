"""The few figures that somebody reads first about their answers, each with how far it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.language import number, say
from core.report.learning_words import Fit, confidence_words, due_words, fit_of
from core.wording import per_hundred

if TYPE_CHECKING:
    from core.learning.progress.accuracy import Estimate
    from core.learning.progress.summary import Progress
    from core.trust.shares import Share


@dataclass(frozen=True, slots=True)
class Figure:
    """One of them.

    Parameters
    ----------
    name : str
        What it is.
    value : str
        How it stands, in a word or a number.
    details : str
        Of what, and between which bounds.
    """

    name: str
    value: str
    details: str


def figures_of(progress: Progress) -> Iterator[Figure]:
    """Give the figures that there are, those that say most first."""
    yield _of_share(say("Right at first sight"), progress.first)
    if progress.balanced is not None and progress.first.enough:
        yield _of_estimate(say("Each diagnosis counting alike"), progress.balanced)
    yield Figure(say("Due again"), number(progress.due.now, ","), due_words(progress))
    yield Figure(say("Confidence"), _verdict(fit_of(progress)), confidence_words(progress))
    yield Figure(
        say("Answers"),
        number(progress.answers, ","),
        say(
            "{first:,} about lesions met for the first time, {again:,} about others",
            first=progress.first.count,
            again=progress.repeated.count,
        ),
    )
    for name, share in (
        (say("Malignant lesions said to be so"), progress.sensitivity),
        (say("Others said not to be"), progress.specificity),
    ):
        if share.count:
            yield _of_share(name, share)


def _of_share(name: str, share: Share) -> Figure:
    if share.interval is None:
        value = say("{right:,} of {count:,}", right=share.right, count=share.count)
        return Figure(name, value, say("Too few to tell"))
    low, high = share.interval
    details = say(
        "{right:,} of {count:,}; between {low:.0f} and {high:.0f} %",
        right=share.right,
        count=share.count,
        low=100 * low,
        high=100 * high,
    )
    return Figure(name, _percent(share.right / share.count), details)


def _of_estimate(name: str, estimate: Estimate) -> Figure:
    details = say(
        "Between {low:.0f} and {high:.0f} %", low=100 * estimate.low, high=100 * estimate.high
    )
    return Figure(name, _percent(estimate.value), details)


def _percent(value: float) -> str:
    return per_hundred(number(100 * value, ".0f"))


def _verdict(fit: Fit) -> str:
    match fit:
        case Fit.UNKNOWN:
            return say("Not known yet")
        case Fit.FITS:
            return say("Fits")
        case Fit.SAYS_LITTLE:
            return say("Says little")
        case Fit.TOO_SURE:
            return say("Too sure")
        case Fit.UNSURE:
            return say("Not sure enough")
