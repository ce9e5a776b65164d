"""Colour: a cast over the whole picture, and ink in parts of it."""

from __future__ import annotations

import numpy as np

from core.images.cielab import to_lab
from core.trust.quality.view import View

# Mean (a*, b*) of HAM10000's images, and the inverse of its covariance: `python -m training
# quality` measures both. Dermoscopes differ, so skin is anything from yellow to bluish.
CENTRE = np.array([22.3, 5.2])
PRECISION = np.array([[0.0170, -0.0108], [-0.0108, 0.0219]])

_INK = 30  # levels by which ink is bluer or greener than red, beyond the picture's own cast


def mean_chroma(view: View) -> tuple[float, float]:
    """Mean colour of the picture, as (a*, b*) in CIELAB.

    A black frame has no colour, and scaling by what is left would only make it lighter.
    """
    mean = view.coarse.reshape(-1, 3).mean(axis=0)
    brightest = max(float(mean.max()), 1.0)
    _, a, b = to_lab(mean * (200 / brightest))
    return float(a), float(b)


def cast(view: View) -> float:
    """How unusual the picture's mean colour is: its Mahalanobis distance from ordinary pictures.

    The grey-world assumption [1]_, that a scene's mean colour is that of its light, with what
    dermoscopic pictures usually show in the place of grey.

    References
    ----------
    .. [1] Buchsbaum, "A spatial processor model for object colour perception", Journal of the
       Franklin Institute 310(1), 1980, doi:10.1016/0016-0032(80)90058-7.
    """
    away = np.array(mean_chroma(view)) - CENTRE
    return float(np.sqrt(away @ PRECISION @ away))


def ink(view: View) -> float:
    """Share of the picture that is bluer or greener than skin and lesions are, 0 to 1.

    Skin and what lies in it send back more red than green and blue, unless a lens or a lamp shifts
    all colours; surgical ink is blue, violet or green.
    """
    red, green, blue = np.moveaxis(view.coarse.astype(np.int16), -1, 0)
    excess = np.maximum(green, blue) - red
    shifted = max(float(np.median(excess)), 0.0)
    return float((excess > shifted + _INK).mean())
