"""Colours in CIELAB, where equal distances look about equally different."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_TO_XYZ = np.array(  # linear sRGB to CIE XYZ, D65, IEC 61966-2-1
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = _TO_XYZ.sum(axis=1)  # of the sRGB display itself, so that its greys have no chroma
_KNEE = 6 / 29


def to_lab(pixels: NDArray[np.uint8] | NDArray[np.float64]) -> NDArray[np.float64]:
    """Convert sRGB to CIELAB [1]_.

    Parameters
    ----------
    pixels : ndarray of uint8 or float64
        sRGB, 0 to 255, (..., 3).

    Returns
    -------
    ndarray of float64
        L* (0 to 100), a*, b*, (..., 3), for the white of sRGB (D65).

    References
    ----------
    .. [1] IEC 61966-2-1:1999 and ISO/CIE 11664-4:2019.
    """
    encoded = pixels / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    relative = linear @ _TO_XYZ.T / _WHITE
    x, y, z = np.moveaxis(
        np.where(relative > _KNEE**3, np.cbrt(relative), relative / (3 * _KNEE**2) + 4 / 29), -1, 0
    )
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
