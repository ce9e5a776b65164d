"""Images inside a page."""

from __future__ import annotations

import base64
from html import escape

import numpy as np
from numpy.typing import NDArray

from core.images.encode import encode_jpeg


def picture(pixels: NDArray[np.uint8], *, alternative: str, quality: int = 80) -> str:
    """Put pixels into an ``img`` element that carries them itself.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).
    alternative : str
        What is said to those who do not see it; not yet escaped.
    quality : int
        Of the JPEG, on Pillow's scale, 1 to 95.
    """
    height, width, _ = pixels.shape
    content = base64.b64encode(encode_jpeg(pixels, quality=quality)).decode("ascii")
    return (
        f'<img src="data:image/jpeg;base64,{content}" width="{width}" height="{height}" '
        f'alt="{escape(alternative)}">'
    )
