"""Colours of an image in CIELAB, where equal distances look about equally different.

L* is lightness, 0 black to 100 white; a* runs from green (negative) to red, b* from blue
(negative) to yellow. Cameras are not colour-calibrated here, so figures compare images of one
data set with each other; they are no measurement of skin.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from core.images.cielab import to_lab

_BORDER = 0.1
_CENTRE = 0.25
_BLACK = 20.0


@dataclass(frozen=True, slots=True)
class ImageColour:
    """What one image's colours are.

    Parameters
    ----------
    lightness, red, yellow : float
        Mean L*, a*, b* over all pixels.
    skin_lightness, skin_red, skin_yellow : float
        Medians at the border of the image, a tenth of its width and height, where skin is most
        often bare; without pixels darker than L* 20, which are the black frame of a dermatoscope.
        NaN where fewer than a fifth of the border's pixels are left.
    contrast : float
        Distance [1]_ in CIELAB between that skin and the median of the middle (half the width
        and height), where the lesion mostly is; 2 is just noticed, 10 is seen at a glance. NaN
        likewise.

    Notes
    -----
    The individual typology angle, by which skin is often sorted from light to dark, is left out
    on purpose: it takes skin to be yellow (b* above 0), while dermoscopes' light and white balance
    make half of HAM10000's skin bluish. The angle then says "very light" of nearly everyone.

    References
    ----------
    .. [1] Colour difference of 1976: ISO/CIE 11664-4:2019.
    """

    lightness: float
    red: float
    yellow: float
    skin_lightness: float
    skin_red: float
    skin_yellow: float
    contrast: float


QUANTITIES = tuple(ImageColour.__dataclass_fields__)


def measure(pixels: NDArray[np.uint8]) -> ImageColour:
    """Measure one image; sRGB, (height, width, 3)."""
    lab = to_lab(pixels)
    skin, middle = _skin(lab), _middle(lab)
    mean = lab.mean(axis=(0, 1))
    return ImageColour(
        lightness=float(mean[0]),
        red=float(mean[1]),
        yellow=float(mean[2]),
        skin_lightness=float(skin[0]),
        skin_red=float(skin[1]),
        skin_yellow=float(skin[2]),
        contrast=float(np.linalg.norm(skin - middle)),
    )


def explained(groups: list[NDArray[np.float64]]) -> float | None:
    """Share of the differences between images that their class accounts for.

    Kelley's epsilon squared [1]_: eta squared without what chance alone would add, so that it is
    about 0 where the classes do not differ, also with few images.

    Parameters
    ----------
    groups : list of ndarray of float64
        One quantity's values in each class, (images of the class,); NaN are left out.

    Returns
    -------
    float or None
        0 to 1; None where fewer than two classes have a value, no class has two, or all values are
        equal.

    References
    ----------
    .. [1] Kelley, "An unbiased correlation ratio measure", Proc. Natl. Acad. Sci. 21:554-559
       (1935), doi:10.1073/pnas.21.9.554.
    """
    known = [group[np.isfinite(group)] for group in groups]
    known = [group for group in known if group.size]
    values = np.concatenate(known) if known else np.empty(0)
    freedom = len(values) - len(known)
    total = float(((values - values.mean()) ** 2).sum()) if values.size else 0.0
    if len(known) < 2 or freedom < 1 or not total:
        return None
    within = sum(float(((group - group.mean()) ** 2).sum()) for group in known)
    return max(0.0, 1 - within / freedom * (len(values) - 1) / total)


def columns(measured: list[ImageColour]) -> NDArray[np.float64]:
    """Stack images as rows, (images, quantities), in the order of QUANTITIES."""
    return np.array([astuple(one) for one in measured]).reshape(len(measured), len(QUANTITIES))


def _skin(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    height, width, _ = lab.shape
    rows, across = max(round(height * _BORDER), 1), max(round(width * _BORDER), 1)
    border = np.ones((height, width), bool)
    border[rows:-rows, across:-across] = False
    seen = lab[border]
    bright = seen[seen[:, 0] >= _BLACK]
    if len(bright) * 5 < len(seen):
        return np.full(3, np.nan)
    skin: NDArray[np.float64] = np.median(bright, axis=0)
    return skin


def _middle(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    height, width, _ = lab.shape
    top, left = int(height * _CENTRE), int(width * _CENTRE)
    middle: NDArray[np.float64] = np.median(
        lab[top : height - top, left : width - left].reshape(-1, 3), axis=0
    )
    return middle
