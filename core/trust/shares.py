"""How many of some were so, and how far that can be believed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from core.trust.intervals import wilson

ENOUGH: Final = 12
"""Fewer answers than that tell too little; as for the evidence on a model's card."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some were so.

    Parameters
    ----------
    right : int
        Were so.
    count : int
        Of how many.
    """

    right: int
    count: int

    @classmethod
    def of(cls, hits: Iterable[bool]) -> Self:
        """Count."""
        counted = list(hits)
        return cls(sum(counted), len(counted))

    @property
    def enough(self) -> bool:
        """Whether that tells anything."""
        return self.count >= ENOUGH

    @property
    def interval(self) -> tuple[float, float] | None:
        """Ends of the 95 % interval, 0 to 1; None where there are too few."""
        return wilson(self.right, self.count) if self.enough else None
