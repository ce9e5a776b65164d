"""Light in skin, and what else a dermatoscope sees: hair, bubbles in the gel, a ruler.

Colour is not painted but computed as absorption: melanin takes mostly blue light, blood mostly
green, and what is left is the colour. That is why brown, red and their mixtures come out like skin.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from core.phantoms.noise import (
    Field,
    Shape,
    fractal_noise,
    honeycomb,
    smooth_noise,
    smoothstep,
    soften,
)

# Absorption per unit of pigment in (red, green, blue), and what unpigmented skin sends back.
MELANIN = np.array([0.60, 1.00, 1.46], np.float32)
BLOOD = np.array([0.22, 1.12, 0.92], np.float32)
BARE_SKIN = np.array([0.97, 0.86, 0.81], np.float32)
SUPERSAMPLING = 3


@dataclass(slots=True)
class Tissue:
    """What absorbs and what scatters, per pixel, all (height, width) float32.

    Attributes
    ----------
    melanin, blood : ndarray
        Amount of pigment, 0 for none, about 2.5 for black and for a deep red lacuna.
    veil : ndarray
        Share of blue-white veil, 0 to 1: pigment that lies so deep that it looks blue.
    white : ndarray
        Share of white, 0 to 1: scar, keratin, milia-like cysts.
    """

    melanin: Field
    blood: Field
    veil: Field
    white: Field

    def colour(self, *, blur: int) -> NDArray[np.float32]:
        """Return the colour, (height, width, 3) in [0, 1], sRGB, scattered over `blur` passes."""
        melanin, blood, veil, white = (
            soften(np.maximum(field, 0), passes=blur)[..., None]
            for field in (self.melanin, self.blood, self.veil, self.white)
        )
        absorbed = melanin * MELANIN + blood * BLOOD
        # In double precision: single-precision exp differs from one processor to the next.
        rgb = BARE_SKIN * np.exp(-absorbed.astype(np.float64)).astype(np.float32)
        rgb += veil * (np.array([0.47, 0.50, 0.60], np.float32) * (0.55 + 0.45 * rgb) - 0.8 * rgb)
        rgb += white * (np.array([0.97, 0.92, 0.87], np.float32) - rgb)
        return np.clip(rgb, 0, 1)


def bare_skin(rng: np.random.Generator, shape: Shape, *, tan: float, flush: float) -> Tissue:
    """Draw skin without a lesion: uneven pigment and blood, the plates of its relief, grain.

    Parameters
    ----------
    rng : Generator
        Source of randomness.
    shape : tuple of int
        (height, width) in pixels.
    tan, flush : float
        Mean melanin and blood.

    Returns
    -------
    Tissue
        New arrays, to be drawn upon.
    """
    unit = min(shape) / 450
    melanin = tan + 0.012 * fractal_noise(rng, shape, scale=150 * unit)
    blood = flush + 0.018 * fractal_noise(rng, shape, scale=60 * unit)
    plates = honeycomb(rng, shape, cell=15 * unit, jitter=0.5, warp=0.5)
    melanin += 0.035 * smoothstep(plates.second - plates.nearest, 0.14, 0.0)
    melanin += 0.014 * smooth_noise(rng, shape, scale=max(2.6 * unit, 1.01))
    blood += 0.016 * smooth_noise(rng, shape, scale=max(5 * unit, 1.01))
    nothing = np.zeros(shape, np.float32)
    return Tissue(np.maximum(melanin, 0), np.maximum(blood, 0), nothing, nothing.copy())


class Ink:
    """Antialiased strokes: drawn large by Pillow, then shrunk.

    Parameters
    ----------
    shape : tuple of int
        (height, width) of the picture in pixels; strokes are given in its coordinates.
    """

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._image = Image.new("L", (shape[1] * SUPERSAMPLING, shape[0] * SUPERSAMPLING))
        self._draw = ImageDraw.Draw(self._image)

    def stroke(self, points: NDArray[np.float64], *, width: float) -> None:
        """Draw a line through points, (n, 2) as (x, y), tapering to nothing at its end."""
        places = [tuple(map(float, point)) for point in points * SUPERSAMPLING]
        for index in range(len(places) - 1):
            left = width * SUPERSAMPLING * (1 - 0.75 * index / len(places))
            self._draw.line(places[index : index + 2], fill=255, width=max(1, round(left)))

    def coverage(self) -> Field:
        """Return the share of each pixel that is covered, (height, width) in [0, 1]."""
        size = (self._shape[1], self._shape[0])
        small = self._image.resize(size, Image.Resampling.BOX)
        return np.asarray(small, np.float32) / np.float32(255)


def add_hair(rng: np.random.Generator, rgb: NDArray[np.float32], *, count: int) -> None:
    """Lay hairs over a picture, (height, width, 3) in [0, 1], in place."""
    height, width = rgb.shape[:2]
    ink, shadow = Ink((height, width)), Ink((height, width))
    lie = rng.uniform(0, np.pi)
    for _ in range(count):
        start = rng.uniform(0, 1, 2) * (width, height)
        angle, length = lie + rng.normal(0, 0.35), rng.uniform(0.35, 0.8) * height
        along = np.linspace(0, 1, 40)[:, None]
        way = np.array([np.cos(angle), np.sin(angle)])
        bow = np.array([-way[1], way[0]]) * rng.normal(0, 0.12) * length
        points = start + way * length * (along - 0.5) + bow * (1 - (2 * along - 1) ** 2)
        thick = rng.uniform(1.0, 2.2) * height / 450
        ink.stroke(points, width=thick)
        shadow.stroke(points + 1.6 * height / 450, width=thick * 1.6)
    rgb *= 1 - 0.16 * shadow.coverage()[..., None]
    rgb += 0.86 * ink.coverage()[..., None] * (np.array([0.17, 0.11, 0.08], np.float32) - rgb)


def add_bubbles(rng: np.random.Generator, rgb: NDArray[np.float32], *, count: int) -> None:
    """Put bubbles of immersion gel on a picture, (height, width, 3) in [0, 1], in place."""
    height, width = rgb.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    for _ in range(count):
        radius = float(np.exp(rng.uniform(np.log(2.2), np.log(10)))) * height / 450
        cx, cy = rng.uniform(0, width), rng.uniform(0, height)
        r = np.sqrt((x - cx) ** 2 + (y - cy) ** 2) / np.float32(radius)
        rim = smoothstep(np.abs(r - 1), 0.22, 0.0)
        glint = smoothstep(np.hypot(x - cx + 0.4 * radius, y - cy + 0.4 * radius), 0.35 * radius, 0)
        inside = smoothstep(r, 1.05, 0.9)
        rgb += (0.06 * inside - 0.16 * rim * (r > 0.9))[..., None]
        rgb += (0.55 * glint + 0.22 * rim * (x + y < cx + cy))[..., None]
    np.clip(rgb, 0, 1, out=rgb)


def add_ruler(rgb: NDArray[np.float32]) -> None:
    """Draw a millimetre scale along the right border of (height, width, 3) in [0, 1], in place."""
    height, width = rgb.shape[:2]
    ink, millimetre = Ink((height, width)), height / 22
    for tick in range(1, 22):
        long = 0.05 if tick % 5 == 0 else 0.028
        ends = np.array([[width * (1 - long), tick * millimetre], [width, tick * millimetre]])
        ink.stroke(ends, width=max(1.0, 1.7 * height / 450))
    rgb *= 1 - 0.82 * ink.coverage()[..., None]


def add_vignette(rgb: NDArray[np.float32], *, strength: float, round_field: bool) -> None:
    """Darken the corners, or black them out where the field of view is round, in place."""
    height, width = rgb.shape[:2]
    y = (np.arange(height, dtype=np.float32)[:, None] - height / 2) / (width / 2)
    x = (np.arange(width, dtype=np.float32)[None, :] - width / 2) / (width / 2)
    r = np.sqrt(x**2 + y**2)
    fall_off = (r.astype(np.float64) ** 2.4).astype(np.float32)
    shade = 1 - strength * fall_off * np.array([[[0.8]], [[1.0]], [[1.1]]], np.float32)
    rgb *= np.moveaxis(np.clip(shade, 0, 1), 0, -1)
    if round_field:
        rgb *= (0.015 + 0.985 * smoothstep(r, 1.06, 1.035))[..., None]
