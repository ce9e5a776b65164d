"""Rulers: ticks at equal distances along an edge of the picture."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from core.trust.quality.view import View

_DEEP = 6  # pixels of a strip, across the edge
_STRIPS = 4  # beside each other, at each edge
_NEAREST, _FARTHEST = 4, 24  # pixels between ticks
_SMOOTH = 17  # pixels over which the ground under the ticks is averaged
_SHORTEST = 3 * _FARTHEST + 1  # pixels of an edge along which three distances fit

Profiles = NDArray[np.float32]


def ruler(view: View) -> float:
    """How strongly ticks at equal distances mark an edge, in grey levels.

    The largest product of the brightness's standard deviation along a strip and its
    autocorrelation [1]_ at one, two and three tick distances, of which the least counts: hair may
    lie at equal distances twice.

    References
    ----------
    .. [1] Box, Jenkins, Reinsel & Ljung, "Time Series Analysis", 5th edition, chapter 2, Wiley
       2015, ISBN 978-1-118-67502-1.
    """
    sides = (view.luma, view.luma.T)
    profiles = [_strips(side) for side in sides if _fits(side)]
    return max((_ticks(strips) for strips in profiles), default=0.0)


def _fits(luma: NDArray[np.uint8]) -> bool:
    height, width = luma.shape
    return bool(height >= _STRIPS * _DEEP and width >= _SHORTEST)


def _strips(luma: NDArray[np.uint8]) -> Profiles:
    """Mean brightness along strips near the first and the last rows, (strips, columns)."""
    width = luma.shape[1]
    edges = np.concatenate([luma[: _STRIPS * _DEEP], luma[-_STRIPS * _DEEP :]])
    strips: Profiles = edges.reshape(2 * _STRIPS, _DEEP, width).mean(axis=1, dtype=np.float32)
    return strips


def _ticks(profiles: Profiles) -> float:
    flat = _without_ground(profiles)
    count = flat.shape[1]
    spectrum = np.abs(np.fft.rfft(flat, 2 * count)) ** 2
    sums = np.fft.irfft(spectrum)[:, : _SHORTEST - 1]
    correlation = sums / np.maximum(sums[:, :1], 1e-6) / _overlap(count)
    once, twice, thrice = (
        correlation[:, times * _NEAREST : times * _FARTHEST : times] for times in (1, 2, 3)
    )
    repeated = np.minimum(np.minimum(once, twice), thrice)
    return max(float((repeated.max(axis=1) * flat.std(axis=1)).max()), 0.0)


@lru_cache(maxsize=16)
def _overlap(count: int) -> NDArray[np.float64]:
    """Share of a strip that is compared with itself, at each distance."""
    return (count - np.arange(_SHORTEST - 1)) / count


def _without_ground(profiles: Profiles) -> Profiles:
    half = _SMOOTH // 2
    before, behind = profiles[:, :1], profiles[:, -1:]
    edges = [*[before] * (half + 1), profiles, *[behind] * half]
    sums = np.cumsum(np.concatenate(edges, axis=1), axis=1)
    ground = (sums[:, _SMOOTH:] - sums[:, :-_SMOOTH]) / _SMOOTH
    flat = profiles - ground
    return np.asarray(flat - flat.mean(axis=1, keepdims=True), np.float32)
