"""Exact search for the nearest embeddings: one product of a matrix and a vector.

With 100,000 images that takes milliseconds, so nothing approximate is worth its surprises.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from core.trust.novelty import unit_length

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]
_DIGITS: Final = 6  # float32 cannot tell more apart, and equal pictures must come out equal
_SPARE: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Embeddings to search in.

    Parameters
    ----------
    vectors : ndarray of float32
        Of length 1, (n, channels), in the order of their ids.
    groups : ndarray of intp
        Number of the lesion that each shows, (n,); images whose lesion is not known have numbers
        of their own.
    """

    vectors: Floats
    groups: Rows

    @classmethod
    def of(cls, vectors: NDArray[np.floating], lesions: Sequence[str | int | None]) -> Self:
        """Make an index of embeddings of any length, (n, channels), and the names of lesions."""
        known = {name: number for number, name in enumerate(dict.fromkeys(lesions))}
        groups = [
            len(known) + row if name is None else known[name] for row, name in enumerate(lesions)
        ]
        return cls(unit_length(vectors.astype(np.float32)), np.array(groups, np.intp))

    def similarities(self, embedding: Floats) -> Floats:
        """Cosine of the angle to each vector, (n,), -1 to 1."""
        unit = unit_length(embedding[np.newaxis].astype(np.float32))[0]
        cosines: Floats = np.clip(np.round(self.vectors @ unit, _DIGITS), -1, 1)
        return cosines

    def nearest(
        self, embedding: Floats, *, count: int, without: Rows | None = None
    ) -> tuple[Rows, Floats]:
        """Find the nearest lesions, each by its nearest image.

        Parameters
        ----------
        embedding : ndarray of float32
            Of any length, (channels,).
        count : int
            How many, at most.
        without : ndarray of intp, optional
            Groups that are left out.

        Returns
        -------
        rows : ndarray of intp
            The nearest first; of equally near ones the first in the order of ids.
        similarities : ndarray of float32
            Of these rows.
        """
        cosines = self.similarities(embedding)
        if without is not None and len(without):
            cosines[np.isin(self.groups, without)] = -np.inf
        rows = ranked_once(cosines, self.groups, count=count)
        return rows, cosines[rows]


def ranked_once(similarities: NDArray[np.floating], groups: Rows, *, count: int) -> Rows:
    """Rank rows so that each group comes once, by its most similar row.

    Parameters
    ----------
    similarities : ndarray of float
        (n,); rows of -inf never come.
    groups : ndarray of intp
        Number of the group of each row, (n,).
    count : int
        How many, at most.

    Returns
    -------
    ndarray of intp
        Rows, the most similar first; equals in their order.
    """
    wanted = count * _SPARE
    while True:
        rows = _ranked(similarities, wanted)
        _, first = np.unique(groups[rows], return_index=True)
        if len(first) >= count or wanted >= len(similarities):
            chosen: Rows = rows[np.sort(first)[:count]]
            return chosen
        wanted *= _SPARE


def _ranked(values: NDArray[np.floating], count: int) -> Rows:
    """Rows of the largest values, ties by row; those left out (-inf) never."""
    if count < len(values):
        least = np.partition(values, len(values) - count)[len(values) - count]
        candidates = np.flatnonzero((values >= least) & np.isfinite(values))
    else:
        candidates = np.flatnonzero(np.isfinite(values))
    order = np.argsort(-values[candidates], kind="stable")
    ranked: Rows = candidates[order][:count]
    return ranked
