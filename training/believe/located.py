"""Whether a map's evidence lies in the lesion."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Heat = NDArray[np.float32]
Mask = NDArray[np.bool_]


def pointing_game(heat: Heat, mask: Mask) -> bool:
    """Play the pointing game [1]_: whether the strongest evidence lies in the lesion.

    Parameters
    ----------
    heat : ndarray of float32
        (height, width), signed.
    mask : ndarray of bool
        The lesion, (height, width).

    Returns
    -------
    bool
        False for a map without any evidence, which points nowhere.

    References
    ----------
    .. [1] Zhang et al., "Top-Down Neural Attention by Excitation Backprop", Int. J. Comput. Vis.
       126, 1084-1102 (2018), doi:10.1007/s11263-017-1059-x.
    """
    return bool(heat.max() > 0 and mask[np.unravel_index(int(heat.argmax()), heat.shape)])


def energy_inside(heat: Heat, mask: Mask) -> float:
    """Share of the evidence for the target that lies in the lesion [1]_.

    Returns
    -------
    float
        0 to 1; NaN where the map is empty.

    References
    ----------
    .. [1] Wang et al., "Score-CAM: Score-Weighted Visual Explanations for Convolutional Neural
       Networks", CVPR Workshops 2020, doi:10.1109/CVPRW50498.2020.00020.
    """
    positive = np.maximum(heat, 0).astype(np.float64)
    total = float(positive.sum())
    return float(positive[mask].sum()) / total if total > 0 else math.nan
