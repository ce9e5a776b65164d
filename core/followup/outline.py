"""Two ways of finding the lesion, made for other ends, on pictures of any size."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.explain.methods.interface import View
from core.explain.region import lesion_region
from core.images import FitMode, FitSpec, fit
from core.trust.quality.frame import frame_of
from core.trust.quality.lesion import Outline, outline_of
from core.trust.quality.view import view_of

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_SIDE: Final = 160
_LEAST: Final = 8
_SMOOTH: Final = 0.01  # of the longer side: about a cell of the coarser outline
_HALF: Final = 127


def lesion_mask(pixels: Pixels, *, margin: float = 0) -> Mask:
    """Find the lesion as "Without the lesion" does.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).
    margin : float, optional
        How much is added around, as a share of the shorter side.

    Returns
    -------
    ndarray of bool
        (height, width); all False where nothing stands out.
    """
    height, width = pixels.shape[:2]
    small = _SIDE / max(height, width)
    rows, columns = (max(_LEAST, round(side * small)) for side in (height, width))
    fitted = fit(pixels, FitSpec(rows, columns, FitMode.STRETCH))
    return enlarged(lesion_region(View(fitted.pixels, fitted.placement), margin=margin), pixels)


def second_outline(pixels: Pixels) -> Outline | None:
    """Find the lesion as the gate of quality does; None where the picture is too small."""
    view = view_of(pixels)
    return None if view is None else outline_of(view, frame_of(view))


def enlarged(mask: Mask, pixels: Pixels) -> Mask:
    """Bring a mask to the size of a picture, with smooth edges."""
    height, width = pixels.shape[:2]
    levels = Image.fromarray(mask).convert("L").resize((width, height), Image.Resampling.BILINEAR)
    smooth = levels.filter(ImageFilter.GaussianBlur(_SMOOTH * max(height, width)))
    return np.asarray(smooth) > _HALF
