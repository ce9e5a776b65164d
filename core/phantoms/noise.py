"""Random fields from which skin and pigment are drawn.

Everything is built from bicubic interpolation and elementwise arithmetic on a seeded PCG64 stream,
so that the same seed gives the same picture on every system.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Field = NDArray[np.float32]
Shape = tuple[int, int]


def smooth_noise(rng: np.random.Generator, shape: Shape, *, scale: float) -> Field:
    """Draw a smooth random field.

    Parameters
    ----------
    rng : Generator
        Source of randomness.
    shape : tuple of int
        (height, width) in pixels.
    scale : float
        Size of its features in pixels.

    Returns
    -------
    ndarray of float32, (height, width)
        About zero mean and a standard deviation of about 1.
    """
    height, width = shape
    grid = (max(2, round(height / scale) + 3), max(2, round(width / scale) + 3))
    coarse = Image.fromarray(rng.standard_normal(grid, dtype=np.float32))
    # The box leaves half a cell at each border out: there the interpolation would run flat.
    box = (1.0, 1.0, 1.0 + width / scale, 1.0 + height / scale)
    box = (box[0], box[1], min(box[2], grid[1]), min(box[3], grid[0]))
    fine = coarse.resize((width, height), Image.Resampling.BICUBIC, box=box)
    return np.asarray(fine, np.float32) * np.float32(1.4)


def fractal_noise(
    rng: np.random.Generator, shape: Shape, *, scale: float, octaves: int = 4
) -> Field:
    """Add octaves of `smooth_noise`, each half as large and half as strong as the one before.

    Returns
    -------
    ndarray of float32, (height, width)
        About zero mean and a standard deviation of about 1.
    """
    total = np.zeros(shape, np.float32)
    for octave in range(octaves):
        if (size := scale / 2**octave) < 1.0:
            break
        total += smooth_noise(rng, shape, scale=size) * np.float32(0.5**octave)
    return (total / np.float32(1.15)).astype(np.float32)


class Cells(NamedTuple):
    """Distances to the seeds of an irregular honeycomb, all (height, width).

    Attributes
    ----------
    nearest, second : ndarray of float32
        Distance to the nearest and the second nearest seed, in cells: walls are where they agree.
    seed : ndarray of float32
        A uniform random number in [0, 1) of the cell a pixel lies in.
    """

    nearest: Field
    second: Field
    seed: Field


def honeycomb(
    rng: np.random.Generator, shape: Shape, *, cell: float, jitter: float = 0.35, warp: float = 0.35
) -> Cells:
    """Divide the plane into irregular cells: the mesh of a pigment network, or its globules.

    Parameters
    ----------
    rng : Generator
        Source of randomness.
    shape : tuple of int
        (height, width) in pixels.
    cell : float
        Distance between seeds in pixels.
    jitter, warp : float
        How far seeds leave their places, and how far the plane is bent, in cells.

    Returns
    -------
    Cells
        Distances and a random number per cell.
    """
    row, column = _bent_plane(rng, shape, cell=cell, warp=warp)
    rows, columns = int(row.max()) + 5, int(column.max()) + 5
    offset = rng.uniform(-jitter, jitter, (2, rows, columns)).astype(np.float32)
    label = rng.random((rows, columns), dtype=np.float32)
    best = Cells(*(np.full(shape, value, np.float32) for value in (9.0, 9.0, 0.0)))
    base_row, base_column = np.floor(row).astype(np.intp), np.floor(column).astype(np.intp)
    for step_row in range(-2, 3):
        for step_column in range(-2, 3):
            r = np.clip(base_row + step_row, 0, rows - 1)
            c = np.clip(base_column + step_column, 0, columns - 1)
            shift = 0.5 * (r % 2)  # every other row is shifted: hexagons rather than squares
            away_row = (r + 0.5 + offset[0, r, c] - row) * 0.87
            away_column = c + shift + offset[1, r, c] - column
            distance = np.sqrt(away_row**2 + away_column**2).astype(np.float32)
            best = _closer(best, distance, label[r, c])
    return best


def _bent_plane(
    rng: np.random.Generator, shape: Shape, *, cell: float, warp: float
) -> tuple[Field, Field]:
    """Coordinates in cells, none below 2, gently bent."""
    height, width = shape
    row = np.arange(height, dtype=np.float32)[:, None] / np.float32(cell * 0.87)
    column = np.arange(width, dtype=np.float32)[None, :] / np.float32(cell)
    bend = [smooth_noise(rng, shape, scale=cell * 3) * np.float32(warp) for _ in range(2)]
    bent = (row + bend[0], column + bend[1])
    return bent[0] - min(0.0, bent[0].min()) + 2, bent[1] - min(0.0, bent[1].min()) + 2


def _closer(best: Cells, distance: Field, label: Field) -> Cells:
    nearer = distance < best.nearest
    return Cells(
        np.where(nearer, distance, best.nearest),
        np.where(nearer, best.nearest, np.minimum(best.second, distance)),
        np.where(nearer, label, best.seed),
    )


def soften(field: Field, *, passes: int) -> Field:
    """Blur with the binomial kernel (1 2 1) / 4 along both axes, `passes` times.

    Returns
    -------
    ndarray of float32, (height, width)
        About a Gaussian of standard deviation ``sqrt(passes / 2)`` pixels.
    """
    for _ in range(passes):
        for axis in (0, 1):
            padded = np.pad(field, [(1, 1) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
            before, here, after = (
                np.take(padded, range(start, start + field.shape[axis]), axis)
                for start in (0, 1, 2)
            )
            field = (before + 2 * here + after) * np.float32(0.25)
    return field


def smoothstep(field: Field, low: float, high: float) -> Field:
    """Rise from 0 at `low` to 1 at `high` with flat ends; falls if `high` is the smaller."""
    t = np.clip((field - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)
