"""Occlusion: how much the score falls when a place is covered with skin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.explain.methods.answering import scores
from core.explain.methods.interface import Floats, Network, Target, View, Watch
from core.explain.skin import surrounding_colour

_CELLS: Final = 10  # along the input's shorter side
_COVER: Final = 2  # cells along a side of what is covered at once

_Window = tuple[slice, slice]


def occlusion(view: View, *, target: Target, network: Network, watch: Watch) -> Floats:
    """Explain by occlusion [1]_: forward passes alone.

    A square, a fifth of the input's shorter side long, is moved by half its length and painted in
    the colour around the lesion: grey or black, the usual choices, would look like pigment. A
    cell's value is the mean fall of the score over the squares that cover it.

    References
    ----------
    .. [1] Zeiler, Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014,
       doi:10.1007/978-3-319-10590-1_53.
    """
    edges = _edges(view.pixels.shape[0], view), _edges(view.pixels.shape[1], view)
    rows, columns = len(edges[0]) - 1, len(edges[1]) - 1
    windows = [
        (slice(row, row + _COVER), slice(column, column + _COVER))
        for row in range(rows - _COVER + 1)
        for column in range(columns - _COVER + 1)
    ]
    found = scores(
        _copies(view, windows, edges),
        count=len(windows) + 1,
        target=target,
        network=network,
        watch=watch,
    )
    total, count = np.zeros((rows, columns)), np.zeros((rows, columns))
    for window, covered in zip(windows, found[1:], strict=True):
        total[window] += found[0] - covered
        count[window] += 1
    return (total / count).astype(np.float32)


def _edges(side: int, view: View) -> NDArray[np.intp]:
    """Where the cells along a side begin and end, in pixels."""
    cells = max(_COVER, round(side * _CELLS / min(view.pixels.shape[:2])))
    return np.rint(np.linspace(0, side, cells + 1)).astype(np.intp)


def _copies(
    view: View, windows: list[_Window], edges: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> Iterator[NDArray[np.uint8]]:
    """Give the view as it is, then with each window covered; padding stays as it is."""
    colour = surrounding_colour(view)
    yield view.pixels
    for rows, columns in windows:
        copy = view.pixels.copy()
        covered = np.zeros(copy.shape[:2], np.bool_)
        inside = covered.copy()
        covered[
            edges[0][rows.start] : edges[0][rows.stop],
            edges[1][columns.start] : edges[1][columns.stop],
        ] = True
        inside[view.inside] = True
        copy[covered & inside] = colour
        yield copy
