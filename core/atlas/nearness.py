"""How near the images of an atlas lie to each other: what "similar" can mean in it."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.atlas.search import Index

FEWEST: Final = 20
"""Lesions below which nothing can be said."""
_ASKED: Final = 500
_USUAL: Final = 95  # percent
_SEED: Final = 2018


def usual_distance(index: Index) -> float | None:
    """Find the distance within which 19 in 20 images have one of another lesion.

    Parameters
    ----------
    index : Index
        Of the atlas; of a large one some images are drawn.

    Returns
    -------
    float or None
        1 minus a cosine; None with fewer than `FEWEST` lesions.
    """
    if len(np.unique(index.groups)) < FEWEST:
        return None
    count = len(index.groups)
    asked = np.random.default_rng(_SEED).permutation(count)[:_ASKED]
    nearest = [_nearest_other(index, int(row)) for row in asked]
    return round(float(np.percentile(nearest, _USUAL)), 6)


def _nearest_other(index: Index, row: int) -> float:
    cosines = index.similarities(index.vectors[row])
    return 1 - float(cosines[index.groups != index.groups[row]].max())
