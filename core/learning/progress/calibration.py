"""Whether somebody is as often right as they are sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from core.learning.progress.confusion import said_of
from core.trust.shares import Share

if TYPE_CHECKING:
    from core.learning.store.records import Answer

EDGES: Final = (0.0, 0.3, 0.5, 0.7, 0.9, 1.0)
"""Between what can be said, so that each answer has its bin; an edge belongs to the one above."""


@dataclass(frozen=True, slots=True)
class ConfidenceBin:
    """Answers that were given with a similar confidence.

    Parameters
    ----------
    low, high : float
        Its ends, 0 to 1.
    confidence : float, optional
        The mean that was said; None where nothing was.
    share : Share
        Right ones.
    """

    low: float
    high: float
    confidence: float | None
    share: Share

    @property
    def fits(self) -> bool:
        """Whether it may be right as often as was said; where there are too few, it may."""
        ends = self.share.interval
        return self.confidence is None or ends is None or ends[0] <= self.confidence <= ends[1]


@dataclass(frozen=True, slots=True)
class Calibration:
    """How confidence and truth agree.

    Parameters
    ----------
    bins : tuple of ConfidenceBin
        From unsure to sure; all, also those without answers.
    count : int
        Answers in them.
    gap : float, optional
        How much surer than right, on average, -1 to 1; None without answers.
    """

    bins: tuple[ConfidenceBin, ...]
    count: int
    gap: float | None


def calibrate(answers: Sequence[Answer]) -> Calibration:
    """Compare confidence with what turned out right; no answer has no confidence."""
    given = [one for one in answers if said_of(one)]
    bins = tuple(_bin(given, low, high) for low, high in pairwise(EDGES))
    if not given:
        return Calibration(bins, 0, None)
    gap = sum(one.confidence - one.right for one in given) / len(given)
    return Calibration(bins, len(given), gap)


def _bin(given: Sequence[Answer], low: float, high: float) -> ConfidenceBin:
    last = high == EDGES[-1]
    own = [one for one in given if low <= one.confidence and (last or one.confidence < high)]
    mean = sum(one.confidence for one in own) / len(own) if own else None
    return ConfidenceBin(low, high, mean, Share.of(one.right for one in own))
