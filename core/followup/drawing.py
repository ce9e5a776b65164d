"""Draws pictures turned, scaled and shifted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Points = NDArray[np.float64]


def warped(pixels: Pixels, matrix: Points, *, size: tuple[int, int]) -> Pixels:
    """Draw a picture turned, scaled and shifted, of (height, width); black beyond its edges.

    Parameters
    ----------
    pixels : ndarray of uint8
        RGB or RGBA, (height, width, channels).
    matrix : ndarray of float64
        (2, 3): takes a point (x, y, 1), in pixels from the top left corner, to where it is drawn.
    size : tuple of int
        Height and width of what is drawn.
    """
    back = np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))[:2]
    drawn = Image.fromarray(pixels).transform(
        size[::-1], Image.Transform.AFFINE, tuple(back.ravel()), Image.Resampling.BILINEAR
    )
    return np.asarray(drawn)


def reduced(pixels: Pixels, factor: float) -> Pixels:
    """Make a picture smaller, each new pixel the mean of those it covers."""
    height, width = (max(1, round(side * factor)) for side in pixels.shape[:2])
    return np.asarray(Image.fromarray(pixels).resize((width, height), Image.Resampling.BOX))
