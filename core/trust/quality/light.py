"""Exposure: how bright the lightest and the darkest parts of a picture still are.

Skin is lighter than most lesions, so underexposure shows in the lightest tenth, whatever the lesion
does; overexposure has washed out even the darkest quarter.
"""

from __future__ import annotations

import numpy as np

from core.trust.quality.view import View

_EVERY = 4  # pixels; a percentile of every sixteenth is as good as one of all


def lightest(view: View) -> float:
    """Brightness that a tenth of the picture exceeds, 0 to 255."""
    return _percentile(view, 0.9)


def darkest(view: View) -> float:
    """Brightness that a quarter of the picture does not reach, 0 to 255."""
    return _percentile(view, 0.25)


def _percentile(view: View, share: float) -> float:
    counts = np.cumsum(np.bincount(view.luma[::_EVERY, ::_EVERY].ravel(), minlength=256))
    return float(np.searchsorted(counts, share * counts[-1]))
