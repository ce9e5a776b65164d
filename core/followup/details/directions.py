"""Which way a detail points: that of most of its slopes, or several if they are nearly as many."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.followup.details.patches import gradients, patches

_BINS: Final = 36
_STEP: Final = 0.75  # of the detail's size
_SIDE: Final = 13
_WIDTH: Final = 1.5  # of the detail's size: standard deviation of what counts
_NEARLY: Final = 0.8
_SMOOTH: Final = np.array([1, 4, 6, 4, 1]) / 16


def directions(
    levels: NDArray[np.float32], places: NDArray[np.float64], sizes: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Find them.

    Parameters
    ----------
    levels : ndarray of float32
        (levels, height, width).
    places : ndarray of float64
        Level, row and column, (count, 3).
    sizes : ndarray of float64
        In pixels, (count,).

    Returns
    -------
    (ndarray of intp, ndarray of float64)
        Index of the place, and its direction in radians, (found,) each.
    """
    upright = np.zeros(len(places))
    drawn = patches(levels, places, side=_SIDE + 2, steps=_STEP * sizes, angles=upright)
    steep, turn = gradients(drawn)
    offsets = (np.arange(_SIDE) - _SIDE // 2) * (_STEP / _WIDTH)
    bell = np.exp(-0.5 * offsets**2)
    each = (
        np.arange(len(places))[:, None, None] * _BINS
        + np.rint(turn * _BINS).astype(np.intp) % _BINS
    )
    weights = steep * np.outer(bell, bell)
    counted = np.bincount(each.ravel(), weights.ravel(), minlength=len(places) * _BINS)
    return _tops(_smoothed(counted.astype(np.float64).reshape(-1, _BINS)))


def _smoothed(counted: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(
        sum(weight * np.roll(counted, shift, axis=1) for shift, weight in enumerate(_SMOOTH, -2))
    )


def _tops(counted: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    before, after = np.roll(counted, 1, axis=1), np.roll(counted, -1, axis=1)
    enough = counted >= _NEARLY * counted.max(axis=1, keepdims=True)
    place, top = np.nonzero((counted > before) & (counted > after) & enough)
    low, middle, high = (one[place, top] for one in (before, counted, after))
    exact = top + (low - high) / (2 * (low - 2 * middle + high))
    return place, exact * (2 * np.pi / _BINS)
