"""Pictures of the same thing, turned, scaled and shifted in a known way."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.followup.drawing import Points, warped
from core.phantoms import PhantomKind, draw_phantom

Pixels = NDArray[np.uint8]


@cache
def phantom(kind: PhantomKind = PhantomKind.GLOBULAR, *, seed: int = 3) -> Pixels:
    return draw_phantom(kind, seed=seed)


def similarity(
    pixels: Pixels, *, degrees: float = 0, scale: float = 1, shift: tuple[float, float] = (0, 0)
) -> Points:
    """Matrix (2, 3) that turns and scales a picture about its middle, then shifts it."""
    angle = np.radians(degrees)
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.array(pixels.shape[1::-1]) / 2
    return np.column_stack([turn, middle + shift - turn @ middle])


def photographed(
    pixels: Pixels, matrix: Points, *, light: float = 1, size: tuple[int, int] | None = None
) -> Pixels:
    """Take the picture anew: moved, in another light, with another sensor's noise."""
    moved = warped(pixels, matrix, size=size or pixels.shape[:2])
    noise = np.random.default_rng(1).normal(0, 3, moved.shape)
    return np.clip(moved * light + noise, 0, 255).astype(np.uint8)


def grown(pixels: Pixels, factor: float) -> Pixels:
    """Let what is in the middle grow, and the skin at the edges stay where it is."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    across, down = x - width / 2, y - height / 2
    outwards = np.clip((np.hypot(across, down) / (height / 2) - 0.6) / 0.35, 0, 1)
    share = (1 + (factor - 1) * (1 - outwards)).astype(np.float32)
    return _read(pixels, height / 2 + down / share, width / 2 + across / share)


def _read(pixels: Pixels, rows: NDArray[np.float32], columns: NDArray[np.float32]) -> Pixels:
    """Draw from between pixels."""
    height, width = pixels.shape[:2]
    rows, columns = rows.clip(0, height - 1.01), columns.clip(0, width - 1.01)
    row, column = rows.astype(int), columns.astype(int)
    down, along = (rows - row)[..., None], (columns - column)[..., None]
    upper = pixels[row, column] * (1 - along) + pixels[row, column + 1] * along
    lower = pixels[row + 1, column] * (1 - along) + pixels[row + 1, column + 1] * along
    return np.asarray(upper * (1 - down) + lower * down, np.uint8)


def grid(pixels: Pixels) -> Points:
    """Points over the middle of a picture, (25, 2)."""
    height, width = pixels.shape[:2]
    steps = np.linspace(0.25, 0.75, 5)
    return np.array([[x * width, y * height] for x in steps for y in steps])


def gap(found: Points, wanted: Points) -> float:
    """Mean distance, in pixels."""
    return float(np.hypot(*(found - wanted).T).mean())
