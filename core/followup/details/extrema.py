"""Places that differ most from all around, at their own size too, found between the pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.followup.details.octaves import STEPS

Values = NDArray[np.float32]
Places = NDArray[np.intp]

_FAINT: Final = 0.01 * 255 / STEPS  # levels of grey: skin has little contrast
_EDGE: Final = 10.0  # how much longer than wide: along an edge, no place is better than the next
_RIM: Final = 5  # pixels
_MOVES: Final = 5
_FARTHEST: Final = 9  # pixels in one move
_WITHIN: Final = 0.5  # pixels: else another one is nearer
_FLAT: Final = 1e-9
_ROWS: Final = 32  # so few at a time stay in the processor's cache


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """Where something stands out.

    Parameters
    ----------
    places : ndarray of float64
        Level, row and column, (count, 3).
    strengths : ndarray of float64
        How much, in levels of grey, (count,).
    """

    places: NDArray[np.float64]
    strengths: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Tops:
    """How far from each place its extremum is, how high, and whether it is clear."""

    places: Places
    moves: NDArray[np.float64]
    heights: NDArray[np.float64]
    clear: NDArray[np.bool_]


def spots(differences: Values) -> Spots:
    """Find the extrema of differences between blurs.

    Parameters
    ----------
    differences : ndarray of float32
        (levels, height, width).
    """
    places = np.vstack([_peaks(differences), _peaks(-differences)])
    found, strengths = [np.zeros((0, 3))], [np.zeros(0)]
    for _ in range(_MOVES):
        top = _tops(differences, places)
        there = (np.abs(top.moves) < _WITHIN).all(axis=1)
        good = there & top.clear
        found.append(top.places[good] + top.moves[good])
        strengths.append(top.heights[good])
        steps = np.rint(top.moves[~there]).clip(-_FARTHEST, _FARTHEST).astype(np.intp)
        places = _within(top.places[~there] + steps, differences.shape)
    return _each_once(np.vstack(found), np.concatenate(strengths))


def _each_once(places: NDArray[np.float64], strengths: NDArray[np.float64]) -> Spots:
    _, first = np.unique(places.round(3), axis=0, return_index=True)
    return Spots(places[first], strengths[first])


def _peaks(values: Values) -> Places:
    """List the places, (count, 3), that no neighbour exceeds."""
    found: list[Places] = [np.zeros((0, 3), np.intp)]
    for top in range(0, values.shape[1] - 2, _ROWS):
        some = values[:, top : top + _ROWS + 2]
        best = _largest_of_three(_largest_of_three(_largest_of_three(some, 2), 1), 0)
        inner = some[1:-1, 1:-1, 1:-1]
        peaks = np.argwhere((inner >= best) & (inner > _FAINT / 2))
        found.append(peaks + np.array([1, top + 1, 1]))
    return _within(np.vstack(found), values.shape)


def _largest_of_three(values: Values, axis: int) -> Values:
    values = np.moveaxis(values, axis, 0)
    best = np.maximum(np.maximum(values[:-2], values[1:-1]), values[2:])
    return np.moveaxis(best, 0, axis)


def _within(places: Places, shape: tuple[int, ...]) -> Places:
    least, most = np.array([1, _RIM, _RIM]), np.array(shape) - [2, _RIM + 1, _RIM + 1]
    return places[((places >= least) & (places <= most)).all(axis=1)]


def _tops(values: Values, places: Places) -> _Tops:
    """Lay a paraboloid through the surroundings of each place; leave out those that have none."""
    cubes = _cubes(values, places)
    slopes, bends = _slopes(cubes), _bends(cubes)
    solvable = np.abs(np.linalg.det(bends)) > _FLAT
    slopes, bends = slopes[solvable], bends[solvable]
    moves = -np.linalg.solve(bends, slopes[..., None])[..., 0]
    heights = np.abs(cubes[solvable, 1, 1, 1] + (slopes * moves).sum(axis=1) / 2)
    clear = (heights >= _FAINT) & _is_no_edge(bends)
    return _Tops(places[solvable], moves, heights, clear)


def _cubes(values: Values, places: Places) -> NDArray[np.float64]:
    """Give the surroundings of places, (count, 3, 3, 3)."""
    step = np.arange(-1, 2)
    level, row, column = (places[:, axis, None, None, None] for axis in range(3))
    around = values[level + step[:, None, None], row + step[:, None], column + step]
    return np.asarray(around, np.float64)


def _slopes(cubes: NDArray[np.float64]) -> NDArray[np.float64]:
    """(count, 3)."""
    middle = cubes[:, :, 1, 1], cubes[:, 1, :, 1], cubes[:, 1, 1, :]
    return np.column_stack([(line[:, 2] - line[:, 0]) / 2 for line in middle])


def _bends(cubes: NDArray[np.float64]) -> NDArray[np.float64]:
    """(count, 3, 3)."""
    bends = np.empty((len(cubes), 3, 3))
    lines = cubes[:, :, 1, 1], cubes[:, 1, :, 1], cubes[:, 1, 1, :]
    for axis, line in enumerate(lines):
        bends[:, axis, axis] = line[:, 2] - 2 * line[:, 1] + line[:, 0]
    planes = {(0, 1): cubes[:, :, :, 1], (0, 2): cubes[:, :, 1, :], (1, 2): cubes[:, 1, :, :]}
    for (one, other), plane in planes.items():
        corners = plane[:, 2, 2] - plane[:, 2, 0] - plane[:, 0, 2] + plane[:, 0, 0]
        bends[:, one, other] = bends[:, other, one] = corners / 4
    return bends


def _is_no_edge(bends: NDArray[np.float64]) -> NDArray[np.bool_]:
    trace = bends[:, 1, 1] + bends[:, 2, 2]
    det = bends[:, 1, 1] * bends[:, 2, 2] - bends[:, 1, 2] ** 2
    return np.asarray((det > 0) & (trace**2 * _EDGE < (_EDGE + 1) ** 2 * det))
