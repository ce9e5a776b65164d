"""What is there of what a user wants to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.atlas.browse.wish import Facet


@dataclass(frozen=True, slots=True)
class Count:
    """How many items a choice would leave.

    Parameters
    ----------
    value : str, optional
        As the source has it; None for items that state nothing.
    items : int
        With that value, among those that all other filters leave.
    """

    value: str | None
    items: int


@dataclass(frozen=True, slots=True)
class Group:
    """Items that stand together.

    Parameters
    ----------
    value : str, optional
        What they have in common; None where they state nothing.
    start, items : int
        Place of the first, and how many.
    """

    value: str | None
    start: int
    items: int


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Items in their order.

    Parameters
    ----------
    ids : ndarray of int64
        All of them, (n,).
    groups : tuple of Group
        In their order; empty where nothing is grouped.
    counts : mapping of Facet to tuple of Count
        The values that occur in the atlas, the most frequent first.
    """

    ids: NDArray[np.int64]
    groups: tuple[Group, ...]
    counts: Mapping[Facet, tuple[Count, ...]]

    def __len__(self) -> int:
        return len(self.ids)

    def page(self, start: int, *, count: int) -> list[int]:
        """Return the ids of a page."""
        return [int(number) for number in self.ids[start : start + count]]
