"""Details of two pictures, and which of them seem to be the same.

Points are (x, y) in pixels from the top left corner: the middle of the first pixel is (0.5, 0.5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.followup.details.finder import find_details
from core.followup.details.light import even_light

Pixels = NDArray[np.uint8]
Points = NDArray[np.float64]

_SIDE: Final = 800  # pixels: noise and the grain of large photographs are no details
_MOST: Final = 3000
_AT_ONCE: Final = 1000  # details: of a pattern that repeats itself, each points to many sides
_DISTINCT: Final = 0.85  # of the second best match's distance
_CENTRE: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Details:
    """What stands out in a picture.

    Parameters
    ----------
    points : ndarray of float64
        Where, (count, 2).
    descriptors : ndarray of float32
        What it looks like, whichever way it is turned, (count, 128), each of length 1.
    side : int
        Longer side of the picture.
    """

    points: Points
    descriptors: NDArray[np.float32]
    side: int


def details_of(pixels: Pixels) -> Details:
    """Find what stands out, after the light has been evened out.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).
    """
    side = max(pixels.shape[:2])
    grey = Image.fromarray(pixels).convert("L")
    if side > _SIDE:
        smaller = [max(1, round(one * _SIDE / side)) for one in grey.size]
        grey = grey.resize((smaller[0], smaller[1]), Image.Resampling.BOX)
    found, descriptors = find_details(even_light(np.asarray(grey)), most=_MOST)
    factors = np.array([pixels.shape[1] / grey.width, pixels.shape[0] / grey.height])
    return Details((found[:, ::-1] + _CENTRE) * factors, descriptors, side)


def common_points(newer: Details, older: Details) -> tuple[Points, Points]:
    """Give the places of details that both pictures seem to have: (count, 2) in each."""
    if min(len(newer.points), len(older.points)) < 2:
        return np.zeros((0, 2)), np.zeros((0, 2))
    starts = range(0, len(newer.points), _AT_ONCE)
    some = [_matched(newer.descriptors[start : start + _AT_ONCE], older) for start in starts]
    best, good = (np.concatenate(one) for one in zip(*some, strict=True))
    return newer.points[good], older.points[best[good]]


def _matched(
    descriptors: NDArray[np.float32], older: Details
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Say which detail of the older picture each resembles most, and whether no other nearly so."""
    alike = descriptors @ older.descriptors.T
    each = np.arange(len(alike))
    best = alike.argmax(axis=1)
    nearest = _distance(alike[each, best])
    alike[each, best] = -1
    return best, nearest < _DISTINCT * _distance(alike.max(axis=1))


def _distance(alike: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.sqrt(np.maximum(0, 2 - 2 * alike))
