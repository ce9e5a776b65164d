"""The black frame that a dermatoscope's round field of view leaves in a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.trust.quality.view import View

_BLACK = 40  # brightest channel of what counts as black


def frame_of(view: View) -> NDArray[np.bool_]:
    """Mark what is black all the way to an edge; a black lesion is not.

    Returns
    -------
    ndarray of bool
        In the size of the view's coarse copy.
    """
    red, green, blue = (view.coarse[..., channel] for channel in range(3))
    dark = np.maximum(np.maximum(red, green), blue) < _BLACK
    if not any(edge.any() for edge in (dark[0], dark[-1], dark[:, 0], dark[:, -1])):
        return np.zeros_like(dark)  # as in most pictures
    until = np.logical_and.accumulate
    from_top, from_left = until(dark, axis=0), until(dark, axis=1)
    from_bottom, from_right = until(dark[::-1], axis=0)[::-1], until(dark[:, ::-1], axis=1)[:, ::-1]
    marked: NDArray[np.bool_] = from_top | from_left | from_bottom | from_right
    return marked


def black_share(frame: NDArray[np.bool_]) -> float:
    """Share of the picture that the frame covers, 0 to 1."""
    return float(frame.mean())
