"""Hair: dark lines, thin across and long along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.trust.quality.bits import Bits
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
    padded = np.pad(luma, _MARGIN, mode="edge")
    closed = luma
    for step, length in _CLOSING:
        dilated = _along(padded, step, length=length, extreme=np.maximum)
        eroded = _along(dilated, step, length=length, extreme=np.minimum)
        closed = np.maximum(closed, _middle(eroded, like=luma))
    return closed


def _along(
    values: Pixels, step: Step, *, length: int, extreme: Callable[[Pixels, Pixels], Pixels]
) -> Pixels:
    """Extreme over each run of `length` pixels, in as few comparisons as doubling takes."""
    reached = 1
    while reached < length:
        stride = min(reached, length - reached)
        values = extreme(*_apart(values, step, stride))
        reached += stride
    return values


def _apart(values: Pixels, step: Step, stride: int) -> tuple[Pixels, Pixels]:
    """Two copies of an array, one `stride` steps further; only where both are."""
    near, far, whole = slice(None, -stride), slice(stride, None), slice(None)
    rows = (near, far) if step[0] else (whole, whole)
    columns = {0: (whole, whole), 1: (near, far), -1: (far, near)}[step[1]]
    return values[rows[0], columns[0]], values[rows[1], columns[1]]


def _middle(values: Pixels, *, like: Pixels) -> Pixels:
    """Cut the margin off again: equal parts on both sides."""
    top, left = ((have - want) // 2 for have, want in zip(values.shape, like.shape, strict=True))
    return values[top : top + like.shape[0], left : left + like.shape[1]]


def _thickened(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Widen by a pixel to the right and down, so that slanted lines hang together."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:, 1:] |= wide[:, :-1].copy()
    return wide
