"""Pixels to the bytes of a file, with nothing of their source's metadata."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo


def encode_png(pixels: NDArray[np.uint8], *, description: str = "") -> bytes:
    """Encode pixels without loss; nothing of the source's metadata goes along.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).
    description : str
        Kept in the file's text, for whoever finds the file without its program.
    """
    info = PngInfo()
    if description:
        info.add_itxt("Description", description)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, format="PNG", pnginfo=info, compress_level=3)
    return buffer.getvalue()


def encode_jpeg(pixels: NDArray[np.uint8], *, quality: int = 88) -> bytes:
    """Encode pixels for pages that people look at.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).
    quality : int
        Pillow's scale, 1 to 95.
    """
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, format="JPEG", quality=quality, optimize=True)
    return buffer.getvalue()
