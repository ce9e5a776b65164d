"""Where the lesion lies, roughly: enough to say that it is tiny, or runs off the picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from core.trust.quality.bits import Bits, Mask
from core.trust.quality.edges import widened
from core.trust.quality.view import View

Floats = NDArray[np.float32]

_WEIGHTS = np.array([0.0, 0.3, 0.7], np.float32)  # melanin takes mostly blue light
_SHADED = 12.0  # grey levels below the ground from which on a place may be lesion
_ROUNDS = 3
_LEAST_CONTRAST = 20.0  # grey levels; an outline of less is a guess
_RIM = 0.3  # of the way from skin to lesion: rims are paler than their lesion's middle
_LEVEL = 180
_RIDGE = 1e-3 * np.eye(4, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A rough outline.

    Parameters
    ----------
    mask : ndarray of bool
        The lesion, in the size of the view's coarse copy; nowhere where none was found.
    """

    mask: Mask

    @property
    def area(self) -> float:
        """Share of the picture that the lesion covers, 0 to 1; NaN where none was found."""
        return float(self.mask.mean()) if self.mask.any() else float("nan")

    @property
    def cut(self) -> float:
        """Share of its outline that lies on the picture's edge, 0 to 1; NaN as above."""
        if not self.mask.any():
            return float("nan")
        inner = np.zeros_like(self.mask)  # what has lesion on all four sides
        inner[1:-1, 1:-1] = (
            self.mask[:-2, 1:-1] & self.mask[2:, 1:-1] & self.mask[1:-1, :-2] & self.mask[1:-1, 2:]
        )
        rim = int((self.mask & ~inner).sum())
        edges = (self.mask[0], self.mask[-1], self.mask[1:-1, 0], self.mask[1:-1, -1])
        return sum(int(edge.sum()) for edge in edges) / rim


def outline_of(view: View, frame: Mask) -> Outline:
    """Find the lesion: what is darker than the skin around it, and hangs together.

    Shading is taken out first: a plane and a bowl through the skin. Then Otsu's method [1]_ parts
    dark from light, and of the dark patches that around the largest, most central one is kept.

    Parameters
    ----------
    view : View
        Its coarse copy is what is looked at.
    frame : ndarray of bool
        What of it is black frame.

    References
    ----------
    .. [1] Otsu, "A Threshold Selection Method from Gray-Level Histograms", IEEE Transactions on
       Systems, Man, and Cybernetics 9(1), 1979, doi:10.1109/TSMC.1979.4310076.
    """
    seen = ~_widened(_widened(frame)) if frame.any() else ~frame
    nothing = Outline(np.zeros_like(frame))
    if not seen.any():
        return nothing
    levels = _without_shading(view.coarse @ _WEIGHTS, seen)
    dark, light = _two_kinds(levels[seen])
    if light - dark < _LEAST_CONTRAST:
        return nothing
    mask = _majority((levels <= light - _RIM * (light - dark)) & seen)
    return Outline(_central_patch(mask)) if mask.any() else nothing


def _without_shading(brightness: Floats, seen: Mask) -> NDArray[np.uint8]:
    basis = _surfaces(*brightness.shape)
    values, seen = brightness.ravel(), seen.ravel()
    skin = seen
    for _ in range(_ROUNDS):
        used = basis * skin[:, np.newaxis]
        # A trace of ridge, for pictures in which hardly any skin is left.
        square = used.T @ basis + _RIDGE
        flat = values - basis @ np.linalg.solve(square, used.T @ values)
        skin = seen & (flat > -_SHADED)
    levels: NDArray[np.uint8] = np.clip(flat + _LEVEL, 0, 255).astype(np.uint8)
    return levels.reshape(brightness.shape)


@lru_cache(maxsize=16)
def _surfaces(height: int, width: int) -> Floats:
    """Give a constant, two slopes and a bowl as columns, (height * width, 4)."""
    radius = _radius(height, width)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    columns = [np.ones_like(radius), x / width - 0.5, y / height - 0.5, radius]
    return np.stack([column.ravel() for column in columns], axis=1)


@lru_cache(maxsize=16)
def _radius(height: int, width: int) -> Floats:
    """Squared distance from the middle, 1 at half the longer side."""
    y, x = np.mgrid[:height, :width].astype(np.float32)
    away = (y - (height - 1) / 2) ** 2 + (x - (width - 1) / 2) ** 2
    return np.asarray(away / (max(height, width) / 2) ** 2, np.float32)


@lru_cache(maxsize=16)
def _weights(height: int, width: int) -> Floats:
    """Weigh each place: the middle most."""
    return np.asarray(np.exp(-2 * _radius(height, width)), np.float32)


def _two_kinds(levels: NDArray[np.uint8]) -> tuple[float, float]:
    """Mean level of the dark and of the light pixels, as Otsu parts them."""
    counts = np.bincount(levels, minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    sums = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    both = (below > 0) & (above > 0)
    if not both.any():
        return float(levels[0]), float(levels[0])
    dark = sums[both] / below[both]
    light = (sums[-1] - sums[both]) / above[both]
    best = int(np.argmax(below[both] * above[both] * (light - dark) ** 2))
    return float(dark[best]), float(light[best])


def _majority(mask: Mask) -> Mask:
    """Set what most of its neighbours of 3 x 3 agree on: specks go, pores close."""
    padded = widened(mask.astype(np.int8), 1)
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    kept: Mask = rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:] >= 5
    return kept


def _central_patch(mask: Mask) -> Mask:
    """Keep the patch that weighs most, where the middle of the picture weighs most."""
    weights = _weights(*mask.shape)
    left, best, weight = mask, np.zeros_like(mask), 0.0
    while (weighed := left * weights).sum() > weight:
        row, column = divmod(int(np.argmax(weighed)), mask.shape[1])
        patch = Bits.of(left).connected(row, column).mask
        if (heavy := float((patch * weights).sum())) > weight:
            best, weight = patch, heavy
        left = left & ~patch
    return best


def _widened(mask: Mask) -> Mask:
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    wide[:, 1:] |= mask[:, :-1]
    wide[:, :-1] |= mask[:, 1:]
    return wide
