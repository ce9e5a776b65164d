"""The adapter to OpenCV: details of two pictures, and what brings those found in both together.

Points are (x, y) in pixels from the top left corner: the middle of the first pixel is (0.5, 0.5).
OpenCV itself puts it at (0, 0), which this module hides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Points = NDArray[np.float64]

_SIDE: Final = 800  # pixels: noise and the grain of large photographs are no details
_MOST: Final = 3000
_FAINT: Final = 0.01  # skin has little contrast; OpenCV would start at 0.04
_CLIP, _TILES = 4.0, (8, 8)
_DISTINCT: Final = 0.85  # of the second best match's distance
_TOLERANCE: Final = 0.008  # of the longer side
_TRIES: Final = 5000
_CENTRE: Final = 0.5

cv2.setNumThreads(1)  # whoever asks has a thread of its own, and the window needs the others


@dataclass(frozen=True, slots=True, eq=False)
class Details:
    """What stands out in a picture.

    Parameters
    ----------
    points : ndarray of float64
        Where, (count, 2).
    descriptors : ndarray of float32
        What it looks like, whichever way it is turned, (count, 128).
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

    References
    ----------
    .. [1] Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", IJCV 60, 91-110
       (2004), doi:10.1023/B:VISI.0000029664.99615.94.
    """
    side = max(pixels.shape[:2])
    shrink = min(1.0, _SIDE / side)
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if shrink < 1:
        grey = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    even = cv2.createCLAHE(clipLimit=_CLIP, tileGridSize=_TILES).apply(grey)
    finder = cv2.SIFT.create(nfeatures=_MOST, contrastThreshold=_FAINT, enable_precise_upscale=True)
    found, descriptors = finder.detectAndCompute(even, None)
    if not found:
        return Details(np.zeros((0, 2)), np.zeros((0, 128), np.float32), side)
    places = np.array([one.pt for one in found], np.float64)
    factors = np.array([pixels.shape[1] / even.shape[1], pixels.shape[0] / even.shape[0]])
    return Details((places + _CENTRE) * factors, np.asarray(descriptors, np.float32), side)


def common_points(newer: Details, older: Details) -> tuple[Points, Points]:
    """Give the places of details that both pictures seem to have: (count, 2) in each."""
    if min(len(newer.points), len(older.points)) < 2:
        return np.zeros((0, 2)), np.zeros((0, 2))
    pairs = cv2.BFMatcher().knnMatch(newer.descriptors, older.descriptors, k=2)
    good = [one for one, other in pairs if one.distance < _DISTINCT * other.distance]
    there = newer.points[[one.queryIdx for one in good]]
    return there, older.points[[one.trainIdx for one in good]]


def best_similarity(
    source: Points, target: Points, *, side: int
) -> tuple[Points, NDArray[np.bool_]] | None:
    """Turn, scale and shift the source so that as many points as can be meet the target.

    Returns
    -------
    (ndarray of float64, ndarray of bool) or None
        Matrix (2, 3), and which points it brings together; None where there is none.

    References
    ----------
    .. [1] Fischler and Bolles, "Random Sample Consensus", CACM 24, 381-395 (1981),
       doi:10.1145/358669.358692.
    """
    if len(source) < 2:
        return None
    matrix, agreeing = cv2.estimateAffinePartial2D(
        source, target, method=cv2.RANSAC, ransacReprojThreshold=_TOLERANCE * side,
        maxIters=_TRIES, confidence=0.999,
    )  # fmt: skip
    found: Any = matrix  # OpenCV's types do not say that there may be none
    if found is None or not np.isfinite(found).all():
        return None
    return np.asarray(found, np.float64), np.asarray(agreeing, np.bool_).ravel()


def warped(pixels: Pixels, matrix: Points, *, size: tuple[int, int]) -> Pixels:
    """Draw a picture turned, scaled and shifted, of (height, width); black beyond its edges."""
    middles = matrix.copy()
    middles[:, 2] += matrix[:, :2] @ [_CENTRE, _CENTRE] - _CENTRE
    drawn = cv2.warpAffine(pixels, middles, size[::-1], flags=cv2.INTER_LINEAR)
    return np.asarray(drawn, np.uint8)


def reduced(pixels: Pixels, factor: float) -> Pixels:
    """Make a picture smaller, each new pixel the mean of those it covers."""
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)
