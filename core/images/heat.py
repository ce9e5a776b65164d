"""Bring a heat map from the network's coarse grid back onto the image's own pixels.

The way is separable: a matrix for the rows and one for the columns, both thin.

References
----------
R. Keys, "Cubic convolution interpolation for digital image processing", IEEE Trans. Acoust.,
Speech, Signal Process. 29 (1981) 1153-1160. doi:10.1109/TASSP.1981.1163711
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.images.placement import Placement

_REACH: Final = 2.0


def map_back(
    heat_map: NDArray[np.float32], placement: Placement, *, size: tuple[int, int] | None = None
) -> NDArray[np.float32]:
    """Interpolate a heat map at the image's pixels.

    Parameters
    ----------
    heat_map : NDArray[np.float32]
        Shape (rows, columns), any units, signed or not; covers the whole input of the network.
        Cells that lie wholly in padding count for nothing and may be NaN.
    placement : Placement
        Of the image in that input, from `fit`.
    size : (int, int), optional
        Height and width of the answer; by default the image's own. A display passes its own.

    Returns
    -------
    NDArray[np.float32]
        Shape (height, width), in the same units, never beyond the map's own extremes. Smooth
        (cubic), averaged where the answer is coarser than the map. What was cropped away was not
        seen: there the answer is NaN, for 0 would say that nothing was found. Padding is no part
        of the image, and cells of the map that lie wholly in padding do not reach into it.

    Raises
    ------
    ValueError
        If the map is not a matrix, or `size` is not positive.
    """
    height, width = size or placement.source_size
    if heat_map.ndim != 2 or 0 in heat_map.shape or min(height, width) < 1:
        msg = f"cannot map heat of shape {heat_map.shape} onto {height} x {width} pixels"
        raise ValueError(msg)
    shown = cells_shown(placement, rows=heat_map.shape[0], columns=heat_map.shape[1])
    cells = heat_map[shown]
    rows = _weights(height, heat_map.shape[0], _rows(placement))[:, shown[0]]
    columns = _weights(width, heat_map.shape[1], _columns(placement))[:, shown[1]]
    heat = rows @ cells.astype(np.float32) @ columns.T
    # Cubic interpolation overshoots.
    heat = heat.clip(cells.min(), cells.max())
    heat[~rows.any(axis=1)] = np.nan
    heat[:, ~columns.any(axis=1)] = np.nan
    return heat


def cells_shown(placement: Placement, *, rows: int, columns: int) -> tuple[slice, slice]:
    """Tell which cells of a map over the network's input touch the image.

    Parameters
    ----------
    placement : Placement
        Of the image in the input.
    rows, columns : int
        Of the map.

    Returns
    -------
    tuple of slice
        Of rows and of columns, never empty; all other cells lie wholly in padding.
    """
    height, width = placement.target_size
    down, across = _rows(placement).target, _columns(placement).target
    return (
        slice(*_cells_within(down, rows, height)),
        slice(*_cells_within(across, columns, width)),
    )


class _Axis(NamedTuple):
    """One axis of a placement: sizes, and where the boxes begin and end."""

    source_size: int
    target_size: int
    source: tuple[float, float]
    target: tuple[float, float]


def _rows(placement: Placement) -> _Axis:
    source, target = placement.source, placement.target
    ends = (source.top, source.bottom), (target.top, target.bottom)
    return _Axis(placement.source_size[0], placement.target_size[0], *ends)


def _columns(placement: Placement) -> _Axis:
    source, target = placement.source, placement.target
    ends = (source.left, source.right), (target.left, target.right)
    return _Axis(placement.source_size[1], placement.target_size[1], *ends)


def _weights(pixels: int, cells: int, axis: _Axis) -> NDArray[np.float32]:
    """Weights of the heat map's cells at each pixel along one axis.

    Returns
    -------
    NDArray[np.float32]
        Shape (pixels, cells); a row adds up to 1, or is all 0 where the network saw nothing.
    """
    source_size, target_size, source, target = axis
    position = (np.arange(pixels) + 0.5) * source_size / pixels
    seen = _seen(position, source)
    scale = (target[1] - target[0]) / (source[1] - source[0]) * cells / target_size
    first, last = _cells_within(target, cells, target_size)
    at = target[0] * cells / target_size + (position - source[0]) * scale
    # Beyond the outermost usable centres the map goes on level.
    distance = at.clip(first + 0.5, last - 0.5)[:, None] - np.arange(cells) - 0.5
    weights = _keys(distance / max(1.0, scale * source_size / pixels))
    weights[:, :first] = weights[:, last:] = 0
    weights /= weights.sum(axis=1, keepdims=True)
    return (weights * seen[:, None]).astype(np.float32)


def _seen(position: NDArray[np.float64], source: tuple[float, float]) -> NDArray[np.bool_]:
    """Tell which pixels, by their centres, lie in what the network saw."""
    seen = (position >= source[0]) & (position <= source[1])
    if not seen.any():  # less than a pixel was seen: the one it is a part of
        seen[np.abs(position - sum(source) / 2).argmin()] = True
    return seen


def _cells_within(target: tuple[float, float], cells: int, target_size: int) -> tuple[int, int]:
    """Tell which cells, from the first to before the last, touch the image."""
    first = int(np.floor(target[0] * cells / target_size))
    last = int(np.ceil(target[1] * cells / target_size))
    return min(first, cells - 1), max(last, first + 1)


def _keys(distance: NDArray[np.floating]) -> NDArray[np.floating]:
    """Keys' cubic kernel with a = -1/2."""
    x = np.abs(distance)
    near = (1.5 * x - 2.5) * x * x + 1
    far = ((-0.5 * x + 2.5) * x - 4) * x + 2
    return np.where(x < 1, near, np.where(x < _REACH, far, 0.0))
