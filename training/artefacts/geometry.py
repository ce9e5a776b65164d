"""Pictures turned, and cropped through their lesion.

Pixels are sRGB, uint8, (height, width, 3).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]


def turned(pixels: Pixels, degree: float, rng: np.random.Generator) -> Pixels:
    """Turn by `degree` degrees to a random side; what comes in at the corners is mirrored skin."""
    height, width = pixels.shape[:2]
    # As far out as a corner goes; a mirror image ends before the picture itself would return.
    reach = int(np.ceil(np.hypot(height, width) / 2))
    margins = [(min(reach, side - 1), min(reach, side - 1)) for side in (height, width)]
    wide = Image.fromarray(np.pad(pixels, [*margins, (0, 0)], mode="reflect"))
    angle = degree if rng.random() < 0.5 else -degree
    image = wide.rotate(angle, Image.Resampling.BILINEAR)
    top, left = margins[0][0], margins[1][0]
    return np.asarray(image.crop((left, top, left + width, top + height)))


def cut(pixels: Pixels, mask: NDArray[np.bool_], *, share: float) -> Pixels:
    """Crop from the left so far that `share` of the lesion is lost.

    Parameters
    ----------
    pixels : ndarray of uint8
        The picture.
    mask : ndarray of bool
        Its lesion, (height, width), not empty.
    share : float
        Between 0 and 1.
    """
    lost = np.cumsum(mask.sum(axis=0)) / mask.sum()
    first = int(np.searchsorted(lost, share)) + 1
    return np.ascontiguousarray(pixels[:, min(first, pixels.shape[1] - 1) :])
