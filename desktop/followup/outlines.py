"""The lesion's outline as a picture to lay over the image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from desktop.look.thumbnails import to_qimage

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

_INK: Final = (255, 255, 255, 255)
_EDGE: Final = (16, 20, 24, 255)
_FINENESS: Final = 320  # lines as wide as a pixel of a picture of this size can be seen


def outline_rgba(mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Draw a white line around a mask, with dark edges, on nothing.

    Parameters
    ----------
    mask : ndarray of bool
        (height, width).

    Returns
    -------
    ndarray of uint8
        RGBA, (height, width, 4).
    """
    width = max(1, round(max(mask.shape) / _FINENESS))
    white = _grown(mask, width) & ~mask
    dark = _grown(mask, 2 * width) & ~_shrunk(mask, width) & ~white
    drawn = np.zeros((*mask.shape, 4), np.uint8)
    drawn[dark] = _EDGE
    drawn[white] = _INK
    return drawn


def outline_picture(mask: NDArray[np.bool_]) -> QImage:
    """Draw it as an image."""
    return to_qimage(outline_rgba(mask))


def _grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    grown = mask.copy()
    for axis in (0, 1):
        once = grown.copy()
        for step in range(1, by + 1):
            for shift in (step, -step):
                grown |= np.roll(once, shift, axis=axis)
    return grown


def _shrunk(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    return ~_grown(~mask, by)
