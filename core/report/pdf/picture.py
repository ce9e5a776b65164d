"""A picture on a page."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from reportlab.platypus import Image

from core.images.encode import encode_jpeg


def picture(pixels: NDArray[np.uint8], scale: float) -> Image:
    """Set a picture, (height, width, 3), at so many points a pixel; nothing but pixels goes in."""
    height, width = pixels.shape[:2]
    return Image(
        io.BytesIO(encode_jpeg(pixels)), width=width * scale, height=height * scale, hAlign="LEFT"
    )
