"""Whether something grows over the rounds of a long run, in a plain sentence."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

_LEAST: Final = 6
"""With fewer rounds than that, nothing is said."""
_SPREADS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Course:
    """How one measure went, over the rounds after the first ones.

    Parameters
    ----------
    name : str
        What is measured.
    values : tuple of float
        After each round.
    least : float
        A change that is not worth a word: what a round more or less holds by chance.
    unit : str
        Of the values; empty for a number of things.

    References
    ----------
    The slope is that of Theil and Sen, the median of the slopes between all pairs of rounds, which
    a few odd rounds do not move: P. K. Sen, 1968, https://doi.org/10.1080/01621459.1968.10480934.
    """

    name: str
    values: tuple[float, ...]
    least: float
    unit: str = ""

    @property
    def slope(self) -> float:
        """By how much it grows in a round."""
        pairs = combinations(enumerate(self.values), 2)
        found = [(later - sooner) / (j - i) for (i, sooner), (j, later) in pairs]
        return statistics.median(found) if found else 0.0

    @property
    def growth(self) -> float:
        """By how much it has grown in all."""
        return self.slope * (len(self.values) - 1)

    @property
    def spread(self) -> float:
        """How far a round is from the line, in the median."""
        rests = [value - self.slope * place for place, value in enumerate(self.values)]
        middle = statistics.median(rests)
        return statistics.median(abs(rest - middle) for rest in rests)

    @property
    def flat(self) -> bool:
        """Whether what it has grown by is no more than rounds differ anyway."""
        return self.growth <= max(self.least, _SPREADS * self.spread)

    def sentence(self) -> str:
        """Say it."""
        if len(self.values) < _LEAST:
            return f"{self.name}: too few rounds to say"
        span = f"{self._said(min(self.values))} to {self._said(max(self.values))}"
        if self.flat:
            return f"{self.name}: flat, {span}"
        return f"{self.name}: grows by {self.slope:.2g}{self._unit} a round, {span}"

    def _said(self, value: float) -> str:
        return f"{value:,.0f}{self._unit}"

    @property
    def _unit(self) -> str:
        return f" {self.unit}" if self.unit else ""


def after_warm_up(values: Sequence[float]) -> tuple[float, ...]:
    """Leave out the first fifth, and at least two rounds: caches fill, and parts are first used."""
    return tuple(values[max(2, len(values) // 5) :])
