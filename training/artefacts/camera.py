"""What goes wrong in the camera and after it: focus, exposure, white balance, compression, size.

Each function takes and gives sRGB, uint8, (height, width, 3).
"""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Pixels = NDArray[np.uint8]

_STANDARD_SIDE = 256  # longer side, to which sizes of blur refer
_CHANNELS = np.array([[1.0, -1.0, 0.0], [0.5, 0.5, -1.0]])  # two directions away from grey


def blurred(pixels: Pixels, degree: float, _: np.random.Generator) -> Pixels:
    """Blur; `degree` is the Gaussian's standard deviation in 256ths of the longer side."""
    radius = degree * max(pixels.shape[:2]) / _STANDARD_SIDE
    return np.asarray(Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(radius)))


def exposed(pixels: Pixels, degree: float, _: np.random.Generator) -> Pixels:
    """Multiply the light by 2 to the power of `degree`, in f-stops; what is too bright clips.

    Light is about the 2.2th power of an sRGB value.
    """
    factor = 2 ** (degree / 2.2)
    return _pixels(pixels * np.float32(factor))


def tinted(pixels: Pixels, degree: float, rng: np.random.Generator) -> Pixels:
    """Shift the white balance into a random hue; `degree` is the largest gain of a channel less 1.

    The mean brightness stays about the same.
    """
    angle = rng.uniform(0, 2 * np.pi)
    shift = np.array([np.cos(angle), np.sin(angle)]) @ _CHANNELS
    gains = (1 + degree) ** (shift / np.abs(shift).max())
    return _pixels((pixels * gains).astype(np.float32))


def compressed(pixels: Pixels, degree: float, _: np.random.Generator) -> Pixels:
    """Save as JPEG and read again; `degree` is the quality on Pillow's scale."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, format="JPEG", quality=round(degree))
    with Image.open(buffer) as image:
        return np.asarray(image.convert("RGB"))


def shrunk(pixels: Pixels, degree: float, _: np.random.Generator) -> Pixels:
    """Leave only `degree` pixels on the shorter side."""
    height, width = pixels.shape[:2]
    scale = degree / min(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BILINEAR))


def _pixels(levels: NDArray[np.float32]) -> Pixels:
    changed: Pixels = np.clip(np.rint(levels), 0, 255).astype(np.uint8)
    return changed
