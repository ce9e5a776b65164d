"""The small copy of a picture on which its quality is measured.

A fixed size makes a number mean the same for a small file and a large one, and bounds what it
costs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE = 256
SHORTEST = 32
_COARSER = 4

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A picture, reduced.

    Parameters
    ----------
    luma : ndarray of uint8
        Brightness (ITU-R BT.601), (height, width); the longer side has at most 256 pixels.
    coarse : ndarray of uint8
        sRGB, a quarter as high and wide, (height, width, 3).
    """

    luma: Pixels
    coarse: Pixels


def view_of(pixels: Pixels, *, image: Image.Image | None = None) -> View | None:
    """Reduce a picture.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3), of any size.
    image : PIL.Image.Image, optional
        The same as Pillow holds it, where that has been made.

    Returns
    -------
    View or None
        None where too little is left to measure anything on: a side of less than 32 pixels.
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, SIDE / max(height, width))
    size = (round(width * scale), round(height * scale))
    if min(size) < SHORTEST:
        return None
    # Two rows for each that is left are enough, and the gap lets Pillow average whole pixels first:
    # a photograph would cost 8 ms without either.
    step = max(1, height // (2 * size[1]))
    if image is None or step > 1:
        image = Image.fromarray(np.ascontiguousarray(pixels[::step]))
    image = image.resize(size, Image.Resampling.BILINEAR, reducing_gap=1.0)
    return View(np.asarray(image.convert("L")), np.asarray(image.reduce(_COARSER)))
