"""Hair: dark lines, thin across and long along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from core.trust.quality.bits import Bits
from core.trust.quality.edges import widened
from core.trust.quality.view import View

Pixels = NDArray[np.uint8]
Step = tuple[int, int]

_MARGIN = 8
_CLOSING: Final[tuple[tuple[Step, int], ...]] = (
    ((0, 1), 9),
    ((1, 0), 9),
    ((1, 1), 6),
    ((1, -1), 6),
)
_DARKER = 20  # grey levels than what lies beside it
_LINES: Final[tuple[tuple[Step, int], ...]] = (
    ((0, 1), 15),
    ((1, 0), 15),
    ((1, 1), 11),
    ((1, -1), 11),
    ((1, 2), 7),
    ((2, 1), 7),
    ((1, -2), 7),
    ((2, -1), 7),
)


def hair(view: View) -> float:
    """Share of the picture under long dark lines, 0 to 1.

    As in DullRazor [1]_, a morphological closing along several directions erases what is dark and
    thin, and what it changed is a candidate; of those, runs of 15 pixels are kept, which the
    meshes of a pigment network are too short for.

    References
    ----------
    .. [1] Lee et al., "DullRazor: A software approach to hair removal from images", Computers in
       Biology and Medicine 27(6), 1997, doi:10.1016/S0010-4825(97)00020-6.
    """
    candidates = Bits.of(_thickened(_closed(view.luma) - view.luma > _DARKER))
    (step, length), *others = _LINES
    lines = candidates.opened(step, length=length)
    for step, length in others:
        lines = lines.joined(candidates.opened(step, length=length))
    return lines.share


def _closed(luma: Pixels) -> Pixels:
    """Generalised closing: the largest of the closings along each direction."""
    padded = widened(luma, _MARGIN)
    closed = luma
    for step, length in _CLOSING:
        closed = np.maximum(closed, _closed_along(padded, step, length=length))
    return closed


def _closed_along(padded: Pixels, step: Step, *, length: int) -> Pixels:
    """Close along one direction, and cut the margin off again.

    The rows lie one behind the other, so that a step is a distance, and each comparison is one of
    two plain runs of bytes. What runs on from a row into the next ends in the margin.
    """
    height, width = padded.shape
    away = step[0] * width + step[1]
    dilated = _along(padded.ravel(), away, length=length, extreme=np.maximum)
    eroded = _along(dilated, away, length=length, extreme=np.minimum)
    # The first answer is about the run that begins at the first pixel: about its middle.
    beginning = (length - 1) * away
    rows, columns = height - 2 * _MARGIN, width - 2 * _MARGIN
    first = _MARGIN * width + _MARGIN - beginning
    return as_strided(eroded[first:], (rows, columns), (width, 1), writeable=False)


def _along(
    values: Pixels, away: int, *, length: int, extreme: Callable[[Pixels, Pixels], Pixels]
) -> Pixels:
    """Extreme over each run of `length` pixels, in as few comparisons as doubling takes."""
    reached = 1
    while reached < length:
        stride = min(reached, length - reached)
        values = extreme(values[: -stride * away], values[stride * away :])
        reached += stride
    return values


def _thickened(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Widen by a pixel to the right and down, so that slanted lines hang together."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:, 1:] |= wide[:, :-1].copy()
    return wide
