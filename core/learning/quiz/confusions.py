"""Which diagnoses somebody mixes up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from core.learning.store.records import Answer

_RECENT: Final = 300
"""Answers that count: who has learnt a difference need not be tested on it for ever."""


@dataclass(frozen=True, slots=True)
class Confusions:
    """Errors between diagnoses, whichever of the two was the right one.

    Parameters
    ----------
    pairs : Counter
        How often, by both codes in alphabetical order.
    """

    pairs: Counter[tuple[str, str]]

    @classmethod
    def of(cls, answers: Sequence[Answer]) -> Self:
        """Count those of the most recent answers."""
        wrong = [one for one in answers[-_RECENT:] if one.code and one.code != one.truth]
        return cls(Counter(_pair(one.truth, one.code) for one in wrong))

    def between(self, one: str, other: str) -> int:
        """How often two diagnoses were mixed up."""
        return self.pairs[_pair(one, other)]

    def share(self, code: str) -> float:
        """Which part of all errors a diagnosis has a part in, 0 to 1."""
        total = self.pairs.total()
        with_it = sum(count for pair, count in self.pairs.items() if code in pair)
        return with_it / total if total else 0.0


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
