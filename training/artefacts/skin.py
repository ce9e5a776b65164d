"""What lies on the skin or before the lens: hair, a ruler, ink, the edge of the field of view.

Each function takes and gives sRGB, uint8, (height, width, 3), and draws as the phantoms are drawn.
"""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from core.phantoms.noise import smoothstep
from core.phantoms.skin import Ink, add_hair, add_ruler

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

_INKS = np.array([[0.30, 0.16, 0.52], [0.12, 0.22, 0.62], [0.08, 0.34, 0.36]], np.float32)
_OPAQUE = 0.85
_STROKE = 0.05  # of the shorter side


def hairy(pixels: Pixels, degree: float, rng: np.random.Generator) -> Pixels:
    """Lay `degree` hairs over the picture."""
    drawn = _unit(pixels)
    add_hair(rng, drawn, count=round(degree))
    return _pixels(drawn)


def ruled(pixels: Pixels, degree: float, rng: np.random.Generator) -> Pixels:
    """Draw a millimetre scale along `degree` random edges, 1 to 4."""
    for turns in rng.permutation(4)[: round(degree)]:
        turned = _unit(np.rot90(pixels, turns))
        add_ruler(turned)
        pixels = np.rot90(_pixels(turned), -turns)
    return np.ascontiguousarray(pixels)


def inked(pixels: Pixels, degree: float, rng: np.random.Generator) -> Pixels:
    """Draw an arc of `degree` degrees around the lesion with a surgical pen: violet, blue or teal.

    The middle of the picture is taken to be the lesion's.
    """
    height, width = pixels.shape[:2]
    begun, along = rng.uniform(0, 360), np.linspace(0, degree, 60)
    angles = np.radians(begun + along)
    radius = rng.uniform(0.38, 0.46)
    ring = [
        width / 2 + radius * width * np.cos(angles),
        height / 2 + radius * height * np.sin(angles),
    ]
    pen = Ink((height, width))
    points = np.stack(ring, axis=1)
    for first, last in itertools.pairwise(points):
        pen.stroke(np.stack([first, last]), width=_STROKE * min(height, width))
    drawn = _unit(pixels)
    cover = _OPAQUE * pen.coverage()[..., np.newaxis]
    return _pixels(drawn + cover * (_INKS[rng.integers(len(_INKS))] - drawn))


def framed(pixels: Pixels, degree: float, _: np.random.Generator) -> Pixels:
    """Black out what lies farther from the middle than `degree` times half the longer side."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    radius = np.hypot(y - (height - 1) / 2, x - (width - 1) / 2) / (max(height, width) / 2)
    field = smoothstep(radius, degree + 0.01, degree - 0.01)
    return _pixels(_unit(pixels) * (0.015 + 0.985 * field[..., np.newaxis]))


def _unit(pixels: Pixels) -> Floats:
    return pixels.astype(np.float32) / np.float32(255)


def _pixels(drawn: Floats) -> Pixels:
    return np.rint(np.clip(drawn, 0, 1) * 255).astype(np.uint8)
