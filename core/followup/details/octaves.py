"""One picture at many degrees of blur: what stands out at a size differs from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.followup.details.blur import Plane, blurred

STEPS: Final = 3
"""Degrees of blur until it has doubled."""
SIGMA: Final = 1.6
"""Blur at the beginning of an octave, in its pixels."""

_TAKEN: Final = 0.5  # pixels: how blurred a picture is when it comes from a camera
_SMALLEST: Final = 16  # pixels: below, an octave has no room for details


@dataclass(frozen=True, slots=True, eq=False)
class Octave:
    """A picture from one blur to twice as much.

    Parameters
    ----------
    levels : ndarray of float32
        More and more blurred, (STEPS + 3, height, width).
    pixel : float
        Length of one of its pixels, in pixels of the picture.
    """

    levels: NDArray[np.float32]
    pixel: float

    def differences(self) -> NDArray[np.float32]:
        """Give what each level lost to the next, (STEPS + 2, height, width)."""
        return np.asarray(self.levels[1:] - self.levels[:-1])


def octaves(plane: Plane) -> Iterator[Octave]:
    """Blur a picture, first enlarged to twice its size, and halve it as it gets blurred.

    Parameters
    ----------
    plane : ndarray of float32
        (height, width).
    """
    start, pixel = blurred(_doubled(plane), (SIGMA**2 - (2 * _TAKEN) ** 2) ** 0.5), 0.5
    while min(start.shape) >= _SMALLEST:
        octave = Octave(_levels(start), pixel)
        yield octave
        start, pixel = octave.levels[STEPS][::2, ::2], 2 * pixel


def _doubled(plane: Plane) -> Plane:
    """Enlarge so that a pixel (row, column) is the one at (2 row, 2 column)."""
    return _between_rows(_between_rows(plane).T).T


def _between_rows(plane: Plane) -> Plane:
    made = np.repeat(plane, 2, axis=0)
    made[1:-1:2] = (plane[1:] + plane[:-1]) / 2
    return np.asarray(made)


def _levels(start: Plane) -> NDArray[np.float32]:
    levels = np.empty((STEPS + 3, *start.shape), np.float32)
    levels[0] = start
    for step in range(1, STEPS + 3):
        before, after = (SIGMA * 2 ** (one / STEPS) for one in (step - 1, step))
        levels[step] = blurred(levels[step - 1], (after**2 - before**2) ** 0.5)
    return levels
