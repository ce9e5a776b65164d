"""All details of a picture: where they are, and what they look like."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.followup.details.descriptors import descriptors
from core.followup.details.directions import directions
from core.followup.details.extrema import spots
from core.followup.details.octaves import SIGMA, STEPS, Octave, octaves

Points = NDArray[np.float64]
Descriptors = NDArray[np.float32]

_AT_ONCE: Final = 128


def find_details(plane: NDArray[np.float32], *, most: int) -> tuple[Points, Descriptors]:
    """Find and describe what stands out.

    Parameters
    ----------
    plane : ndarray of float32
        (height, width).
    most : int
        So many places, the clearest; one that points to several sides is several details.

    Returns
    -------
    (ndarray of float64, ndarray of float32)
        Row and column from the middle of the first pixel, (count, 2), and what each looks like,
        (count, 128).
    """
    seen = [(octave, spots(octave.differences())) for octave in octaves(plane)]
    if not seen:
        return np.zeros((0, 2)), np.zeros((0, 128), np.float32)
    clearest = _clearest([one.strengths for _, one in seen], most)
    found = [
        _described(octave, one.places[chosen])
        for (octave, one), chosen in zip(seen, clearest, strict=True)
    ]
    return np.concatenate([one for one, _ in found]), np.concatenate([one for _, one in found])


def _clearest(strengths: list[NDArray[np.float64]], most: int) -> list[NDArray[np.bool_]]:
    """Choose so many and no more: in a pattern that repeats itself, thousands are equally clear."""
    every = np.concatenate(strengths)
    chosen = np.zeros(len(every), np.bool_)
    chosen[np.argsort(-every, kind="stable")[:most]] = True
    return np.split(chosen, np.cumsum([len(one) for one in strengths])[:-1])


def _described(octave: Octave, places: Points) -> tuple[Points, Descriptors]:
    # So few at a time stay in the processor's cache.
    some = [places[start : start + _AT_ONCE] for start in range(0, len(places), _AT_ONCE)]
    found = [_few_described(octave, one) for one in some or [places]]
    return np.concatenate([one for one, _ in found]), np.concatenate([one for _, one in found])


def _few_described(octave: Octave, places: Points) -> tuple[Points, Descriptors]:
    sizes = SIGMA * 2 ** (places[:, 0] / STEPS)
    which, angles = directions(octave.levels, places, sizes)
    places, sizes = places[which], sizes[which]
    return places[:, 1:] * octave.pixel, descriptors(octave.levels, places, sizes, angles)
