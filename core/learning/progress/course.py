"""How somebody gets on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from core.learning.progress.calibration import calibrate
from core.trust.shares import Share

if TYPE_CHECKING:
    from core.learning.store.records import Answer

BLOCK: Final = 20
"""Answers that are taken together, so that each of them tells as much."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some answers after each other.

    Parameters
    ----------
    first, last : date
        Days, UTC.
    share : Share
        Right ones.
    gap : float, optional
        How much surer than right, on average.
    """

    first: date
    last: date
    share: Share
    gap: float | None


def course_of(answers: Sequence[Answer]) -> tuple[Block, ...]:
    """Take answers together, the oldest first; a block that is not full yet is left out."""
    whole = len(answers) - len(answers) % BLOCK
    return tuple(_block(answers[start : start + BLOCK]) for start in range(0, whole, BLOCK))


def _block(some: Sequence[Answer]) -> Block:
    return Block(
        some[0].created.date(),
        some[-1].created.date(),
        Share.of(one.right for one in some),
        calibrate(some).gap,
    )
