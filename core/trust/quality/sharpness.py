"""Blur: a blurred picture has no fine detail left."""

from __future__ import annotations

import numpy as np

from core.trust.quality.view import View


def sharpness(view: View) -> float:
    """Variance of the Laplacian of the brightness [1]_, in squared grey levels.

    References
    ----------
    .. [1] Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy: a comparative
       study", ICPR 2000, doi:10.1109/ICPR.2000.903548.
    """
    luma = view.luma.astype(np.int16)
    middle = luma[1:-1, 1:-1]
    around = luma[:-2, 1:-1] + luma[2:, 1:-1] + luma[1:-1, :-2] + luma[1:-1, 2:]
    return float((4 * middle - around).var(dtype=np.float32))
