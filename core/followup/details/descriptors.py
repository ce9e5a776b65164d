"""What a detail looks like: where in it there are how steep slopes, towards where."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.followup.details.patches import gradients, patches

_CELLS: Final = 4  # along each side
_TURNS: Final = 8
_CELL: Final = 3.0  # of the detail's size
_SAMPLES: Final = 4  # of a cell, along each side
_SIDE: Final = (_CELLS + 1) * _SAMPLES  # half a cell more all around: slopes there count in part
_MOST: Final = 0.2  # of the whole: a glare is no more than one slope of many


def descriptors(
    levels: NDArray[np.float32],
    places: NDArray[np.float64],
    sizes: NDArray[np.float64],
    angles: NDArray[np.float64],
) -> NDArray[np.float32]:
    """Describe them.

    Parameters
    ----------
    levels : ndarray of float32
        (levels, height, width).
    places : ndarray of float64
        Level, row and column, (count, 3).
    sizes, angles : ndarray of float64
        In pixels, and which way they point in radians, (count,).

    Returns
    -------
    ndarray of float32
        (count, 128), each of length 1.
    """
    steps = _CELL / _SAMPLES * sizes
    steep, turn = gradients(patches(levels, places, side=_SIDE + 2, steps=steps, angles=angles))
    steep, turn = (one.reshape(-1, _SIDE**2) for one in (steep, turn * _TURNS))
    shares = _shares()
    summed = np.stack(
        # No matrix product: threads of a library of those would wait for each other for longer.
        [np.einsum("ij,jk->ik", steep * _near(turn, one), shares) for one in range(_TURNS)],
        axis=2,
    )
    return _of_length_one(np.minimum(_of_length_one(summed.reshape(-1, _CELLS**2 * _TURNS)), _MOST))


def _near(turn: NDArray[np.float32], one: int) -> NDArray[np.float32]:
    """Count what lies between two directions in part for each."""
    apart = np.abs(turn - one)
    return np.asarray(np.maximum(0, 1 - np.minimum(apart, _TURNS - apart)))


@cache
def _shares() -> NDArray[np.float32]:
    """Say how much each sample counts in each cell, (samples, cells)."""
    offsets = (np.arange(_SIDE) - (_SIDE - 1) / 2) / _SAMPLES
    middles = np.arange(_CELLS) - (_CELLS - 1) / 2
    bell = np.exp(-0.5 * (offsets / (_CELLS / 2)) ** 2)
    line = bell[:, None] * np.maximum(0, 1 - np.abs(offsets[:, None] - middles))
    shares: NDArray[np.float32] = np.kron(line, line).astype(np.float32)
    return shares


def _of_length_one(values: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(values, axis=1, keepdims=True)
    return np.asarray(values / np.maximum(lengths, 1e-6), np.float32)
