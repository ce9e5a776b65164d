"""Where a lesion is drawn, its outline, and the structures that several patterns share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.phantoms.noise import Field, Shape, fractal_noise, honeycomb, smooth_noise, smoothstep
from core.phantoms.skin import Tissue


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where and with what a lesion is drawn.

    Attributes
    ----------
    rng : Generator
        Source of randomness.
    tissue : Tissue
        The skin, changed in place.
    depth : ndarray of float32, (height, width)
        1 in the middle of the lesion, 0 on its border, negative outside.
    """

    rng: np.random.Generator
    tissue: Tissue
    depth: Field

    @property
    def shape(self) -> Shape:
        """(height, width) in pixels."""
        return self.depth.shape[0], self.depth.shape[1]

    @property
    def unit(self) -> float:
        """Pixels per unit: 1 at the standard height of 450 pixels."""
        return min(self.shape) / 450

    def noise(self, scale: float) -> Field:
        """Fractal noise of unit variance with features of `scale` units."""
        return fractal_noise(self.rng, self.shape, scale=scale * self.unit)

    def mask(self, softness: float) -> Field:
        """1 inside the lesion, 0 outside, with a border of the given softness in depth."""
        return smoothstep(self.depth, -softness, softness)


def lesion_depth(
    rng: np.random.Generator, shape: Shape, *, radius: float, irregular: float, rough: float
) -> Field:
    """Draw the outline of a lesion.

    Parameters
    ----------
    rng : Generator
        Source of randomness.
    shape : tuple of int
        (height, width) in pixels.
    radius : float
        Mean radius as a share of the shorter side.
    irregular : float
        How far the outline leaves the ellipse, as a share of the radius.
    rough : float
        The same for its fine detail.

    Returns
    -------
    ndarray of float32, (height, width)
        1 in the middle, 0 on the border, negative outside.
    """
    side = min(shape)
    middle = np.array(shape) / 2 + rng.uniform(-0.03, 0.03, 2) * side
    y = np.arange(shape[0], dtype=np.float32)[:, None] - np.float32(middle[0])
    x = np.arange(shape[1], dtype=np.float32)[None, :] - np.float32(middle[1])
    turn, stretch = rng.uniform(0, np.pi), rng.uniform(1.05, 1.25)
    long = (x * np.cos(turn) + y * np.sin(turn)) / stretch
    short = (y * np.cos(turn) - x * np.sin(turn)) * stretch
    r = np.sqrt(long**2 + short**2) / np.float32(radius * side)
    r += np.float32(irregular) * smooth_noise(rng, shape, scale=radius * side * 0.75)
    r += np.float32(rough) * fractal_noise(rng, shape, scale=radius * side * 0.22)
    return np.asarray(1 - r, np.float32)


def network(canvas: Canvas, *, cell: float, line: float, patchy: float) -> Field:
    """Draw a pigment network: 1 on its lines, 0 in its holes, fading in patches."""
    cells = honeycomb(canvas.rng, canvas.shape, cell=cell * canvas.unit, jitter=0.42, warp=0.5)
    width = line * np.clip(1 + 0.3 * canvas.noise(40), 0.5, 1.6)
    apart = (cells.second - cells.nearest).astype(np.float64)
    wall = np.exp(-((apart / width) ** 2))
    return np.asarray(wall * np.clip(1 + patchy * canvas.noise(45), 0, 1.8), np.float32)


def clods(
    canvas: Canvas, *, cell: float, size: float, share: float, jitter: float = 0.5
) -> tuple[Field, Field]:
    """Draw round bodies in a share of a honeycomb's cells; also tell the random number of each."""
    cells = honeycomb(canvas.rng, canvas.shape, cell=cell * canvas.unit, jitter=jitter, warp=0.3)
    rank = (cells.seed - (1 - share)) / share
    radius = size * (0.35 + 0.65 * np.clip(rank, 0, 1)) * (1 + 0.12 * canvas.noise(cell * 0.6))
    return smoothstep(cells.nearest - radius, 0.09, -0.09) * (rank > 0), rank
