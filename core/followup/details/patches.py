"""Small pictures of places, each as large as what stands out there and turned upright."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float32]


def patches(
    levels: Values,
    places: NDArray[np.float64],
    *,
    side: int,
    steps: NDArray[np.float64],
    angles: NDArray[np.float64],
) -> Values:
    """Draw small pictures.

    Parameters
    ----------
    levels : ndarray of float32
        The pictures to draw from, (levels, height, width).
    places : ndarray of float64
        Level, row and column of each middle, (count, 3).
    side : int
        Of the small pictures.
    steps : ndarray of float64
        Distance of what becomes neighbouring pixels, (count,).
    angles : ndarray of float64
        Which direction becomes that to the right, in radians from right to down, (count,).

    Returns
    -------
    ndarray of float32
        (count, side, side).
    """
    _, height, width = levels.shape
    offsets = np.arange(side, dtype=np.float32) - np.float32((side - 1) / 2)
    cosine, sine = (steps * turn for turn in (np.cos(angles), np.sin(angles)))
    down, across = offsets[:, None], offsets
    rows = _each(places[:, 1]) + _each(cosine) * down + _each(sine) * across
    columns = _each(places[:, 2]) + _each(cosine) * across - _each(sine) * down
    level = np.rint(places[:, 0]).astype(np.intp)[:, None, None]
    return _between(levels, level, rows.clip(0, height - 1.001), columns.clip(0, width - 1.001))


def gradients(drawn: Values) -> tuple[Values, Values]:
    """Say how steep they are, and towards where, in turns from 0 to 1; their rims are lost."""
    across = drawn[:, 1:-1, 2:] - drawn[:, 1:-1, :-2]
    down = drawn[:, 2:, 1:-1] - drawn[:, :-2, 1:-1]
    return np.hypot(across, down), np.arctan2(down, across) / np.float32(2 * np.pi) % 1


def _each(values: NDArray[np.float64]) -> Values:
    return values[:, None, None].astype(np.float32)


def _between(levels: Values, level: NDArray[np.intp], rows: Values, columns: Values) -> Values:
    _, height, width = levels.shape
    row, column = rows.astype(np.int32), columns.astype(np.int32)
    down, along = (rows - row).astype(np.float32), (columns - column).astype(np.float32)
    at = (level * height + row) * width + column
    flat = levels.reshape(-1)
    upper = flat[at] * (1 - along) + flat[at + 1] * along
    at += width
    lower = flat[at] * (1 - along) + flat[at + 1] * along
    return np.asarray(upper + down * (lower - upper), np.float32)
