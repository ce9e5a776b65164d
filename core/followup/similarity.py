"""The turn, scale and shift that bring most points together, whatever the others say.

A point (x, y) is the complex number x + iy here: turning and scaling is one multiplication.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Numbers = NDArray[np.complex128]

_TOLERANCE: Final = 0.008  # of the longer side
_TRIES: Final = 5000
_AT_ONCE: Final = 250
_SURE: Final = 0.999


def best_similarity(
    source: Points, target: Points, *, side: int
) -> tuple[Points, NDArray[np.bool_]] | None:
    """Turn, scale and shift the source so that as many points as can be meet the target.

    Returns
    -------
    (ndarray of float64, ndarray of bool) or None
        Matrix (2, 3), and which points it brings together; None where there is none.

    References
    ----------
    .. [1] Fischler and Bolles, "Random Sample Consensus", CACM 24, 381-395 (1981),
       doi:10.1145/358669.358692.
    """
    there, here = _numbers(source), _numbers(target)
    if len(np.unique(there)) < 2:
        return None
    agreeing = _most_agreeing(there, here, tolerance=_TOLERANCE * side)
    if agreeing.sum() < 2:
        return None
    factor, shift = _fitted(there[agreeing], here[agreeing])
    matrix = [[factor.real, -factor.imag, shift.real], [factor.imag, factor.real, shift.imag]]
    return np.array(matrix), agreeing


def _numbers(points: Points) -> Numbers:
    return np.asarray(points[:, 0] + 1j * points[:, 1])


def _most_agreeing(there: Numbers, here: Numbers, *, tolerance: float) -> NDArray[np.bool_]:
    """Try what two points at a time say, until a better one is not to be expected."""
    chance = np.random.default_rng(0)  # the same pictures give the same answer
    best, tried, enough = np.zeros(len(there), np.bool_), 0, float(_TRIES)
    while tried < enough:
        agreeing = _tried(there, here, chance=chance, tolerance=tolerance)
        most = agreeing[agreeing.sum(axis=1).argmax()]
        best = max(best, most, key=np.sum)
        tried, enough = tried + _AT_ONCE, min(_TRIES, _tries_for(best.mean()))
    return best


def _tried(
    there: Numbers, here: Numbers, *, chance: np.random.Generator, tolerance: float
) -> NDArray[np.bool_]:
    """Say for several pairs of points which others agree with them, (tries, count)."""
    one, other = chance.integers(len(there), size=(2, _AT_ONCE))
    apart = there[other] - there[one]
    pairs = apart != 0
    one, other = one[pairs], other[pairs]
    factors = (here[other] - here[one]) / apart[pairs]
    shifts = here[one] - factors * there[one]
    gaps = np.abs(factors[:, None] * there + shifts[:, None] - here)
    agreeing = (gaps <= tolerance) & (factors != 0)[:, None]
    return np.vstack([agreeing, np.zeros((1, len(there)), np.bool_)])


def _tries_for(share: float) -> float:
    """Say how many tries surely meet two of the share of points that belong together."""
    missed = 1 - share**2
    if missed in {0, 1}:
        return _TRIES * missed
    return float(np.log(1 - _SURE) / np.log(missed))


def _fitted(there: Numbers, here: Numbers) -> tuple[complex, complex]:
    """Fit by least squares."""
    around, middle = there.mean(), here.mean()
    apart = there - around
    factor = complex(np.vdot(apart, here - middle) / np.vdot(apart, apart))
    return factor, complex(middle - factor * around)
