"""What was taken for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from core.trust.shares import Share

if TYPE_CHECKING:
    from core.learning.store.records import Answer

NOTHING: Final = ""
"""Stands among the answers where none was given in time."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """A confusion matrix.

    Parameters
    ----------
    codes : tuple of str
        Diagnoses, the rows.
    said : tuple of str
        Answers, the columns: the same, and perhaps `NOTHING`.
    counts : tuple of tuple of int
        How often a diagnosis got an answer, by row and column.
    """

    codes: tuple[str, ...]
    said: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], codes: Sequence[str] = ()) -> Self:
        """Count pairs of diagnosis and answer; `codes` stand in it even where nobody said them."""
        counted = Counter(pairs)
        met = {code for pair in counted for code in pair} | set(codes)
        rows = tuple(sorted(met - {NOTHING}))
        columns = (*rows, NOTHING) if NOTHING in met else rows
        counts = tuple(tuple(counted[truth, said] for said in columns) for truth in rows)
        return cls(rows, columns, counts)


@dataclass(frozen=True, slots=True)
class MixedUp:
    """Two diagnoses that somebody mixes up.

    Parameters
    ----------
    first, second : str
        Codes, in alphabetical order.
    errors : Share
        Answers that took one for the other, of all about these two.
    """

    first: str
    second: str
    errors: Share


def said_of(answer: Answer) -> str:
    """Give what counts as the answer: nothing, if it came too late."""
    return NOTHING if answer.late else answer.code


def mixed_up(answers: Sequence[Answer]) -> tuple[MixedUp, ...]:
    """Find diagnoses that are mixed up, those with most errors first."""
    wrong = [one for one in answers if said_of(one) and not one.right]
    errors = Counter((min(one.truth, one.code), max(one.truth, one.code)) for one in wrong)
    about = Counter(one.truth for one in answers)
    ranked = sorted(errors.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(
        MixedUp(first, second, Share(count, about[first] + about[second]))
        for (first, second), count in ranked
    )
