"""Evens out the light of a picture, place by place, so that faint skin shows as much as dark moles.

References
----------
.. [1] Zuiderveld, "Contrast Limited Adaptive Histogram Equalization", Graphics Gems IV, 474-485
   (1994), doi:10.1016/B978-0-12-336156-1.50061-6.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Curves = NDArray[np.float32]

_TILES: Final = 8  # along each side
_CLIP: Final = 4.0  # times the mean of a tile's histogram: noise is not made a pattern
_LEVELS: Final = 256


@dataclass(frozen=True, slots=True, eq=False)
class _Between:
    """Between the middles of which two tiles each pixel lies, and how far on to the second."""

    before: NDArray[np.intp]
    after: NDArray[np.intp]
    share: NDArray[np.float32]


def even_light(grey: Grey) -> NDArray[np.float32]:
    """Give each place the contrast that its surroundings allow.

    Parameters
    ----------
    grey : ndarray of uint8
        (height, width).

    Returns
    -------
    ndarray of float32
        (height, width), from 0 to 255.
    """
    tall, wide = (-(-side // _TILES) for side in grey.shape)
    beyond = [
        (0, tile * _TILES - side) for tile, side in zip((tall, wide), grey.shape, strict=True)
    ]
    curves = _curves(np.pad(grey, beyond, mode="symmetric"), tall, wide)
    rows, columns = _between(grey.shape[0], tall), _between(grey.shape[1], wide)
    upper, lower = (_mixed(curves[row], columns, grey) for row in (rows.before, rows.after))
    return upper + rows.share[:, None] * (lower - upper)


def _curves(grey: Grey, tall: int, wide: int) -> Curves:
    """Say for each tile which level becomes which, (tile, tile, level)."""
    tiles = grey.reshape(_TILES, tall, _TILES, wide).transpose(0, 2, 1, 3).reshape(_TILES**2, -1)
    each = np.arange(_TILES**2)[:, None] * _LEVELS + tiles
    counted = np.bincount(each.ravel(), minlength=_TILES**2 * _LEVELS).reshape(-1, _LEVELS)
    most = max(1.0, _CLIP * tall * wide / _LEVELS)
    clipped = np.minimum(counted, most)
    spread = (counted - clipped).sum(axis=1, keepdims=True) / _LEVELS
    summed = np.cumsum(clipped + spread, axis=1) * ((_LEVELS - 1) / (tall * wide))
    return summed.reshape(_TILES, _TILES, _LEVELS).astype(np.float32)


def _between(side: int, tile: int) -> _Between:
    places = (np.arange(side) + 0.5) / tile - 0.5
    before = np.floor(places).astype(np.intp)
    share = (places - before).astype(np.float32)
    return _Between(before.clip(0), (before + 1).clip(None, _TILES - 1), share)


def _mixed(curves: Curves, columns: _Between, grey: Grey) -> NDArray[np.float32]:
    """Read each pixel's level from the curves of its row, (height, tile, level)."""
    row = np.arange(len(grey))[:, None]
    left, right = (curves[row, column, grey] for column in (columns.before, columns.after))
    return np.asarray(left + columns.share * (right - left), np.float32)
