"""How often answers are right: all of them, by diagnosis, and with diagnoses counting alike."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.trust.intervals import wilson
from core.trust.shares import Share

if TYPE_CHECKING:
    from core.learning.store.records import Answer


@dataclass(frozen=True, slots=True)
class ClassShare:
    """Answers about one diagnosis.

    Parameters
    ----------
    code : str
        Which.
    share : Share
        Right ones of them.
    """

    code: str
    share: Share


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval, 0 to 1."""

    value: float
    low: float
    high: float


def by_class(answers: Sequence[Answer]) -> tuple[ClassShare, ...]:
    """Count right answers about each diagnosis, in the order of codes."""
    codes = sorted({one.truth for one in answers})
    return tuple(
        ClassShare(code, Share.of(one.right for one in answers if one.truth == code))
        for code in codes
    )


def balanced(classes: Sequence[ClassShare]) -> Estimate | None:
    """Average the shares of diagnoses, each counting alike, with an interval [1]_.

    It is put together of the Wilson intervals of the diagnoses, as they are independent.

    Returns
    -------
    Estimate or None
        None where no diagnosis was asked about.

    References
    ----------
    .. [1] Zou, Donner, "Construction of confidence limits about effect measures: a general
       approach", Statistics in Medicine 27(10), 2008, doi:10.1002/sim.3095.
    """
    if not classes:
        return None
    shares = [one.share.right / one.share.count for one in classes]
    ends = [wilson(one.share.right, one.share.count) for one in classes]
    value = sum(shares) / len(shares)
    below = [share - low for share, (low, _) in zip(shares, ends, strict=True)]
    above = [high - share for share, (_, high) in zip(shares, ends, strict=True)]
    low, high = (math.hypot(*some) / len(shares) for some in (below, above))
    return Estimate(value, max(0.0, value - low), min(1.0, value + high))
