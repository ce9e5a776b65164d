"""The arithmetic of zooming: pure functions, in screen points for each pixel of the picture."""

from __future__ import annotations

from typing import Final

LARGEST: Final = 32.0
_STEP: Final = 1.25
_MAX_ENLARGED_FIT: Final = 8.0
_NOTCH: Final = 120  # what Qt reports for one notch of a wheel


def fit_scale(picture: tuple[float, float], room: tuple[float, float]) -> float:
    """Return the scale at which a picture just fits.

    Parameters
    ----------
    picture, room : (float, float)
        Width and height.

    Returns
    -------
    float
        Small pictures are enlarged, but not beyond recognition of their pixels. 1 where there is
        no picture or no room.
    """
    if min(picture) <= 0 or min(room) <= 0:
        return 1.0
    return min(room[0] / picture[0], room[1] / picture[1], _MAX_ENLARGED_FIT)


def clamp(scale: float, *, smallest: float) -> float:
    """Keep a scale between a quarter of the fitted picture, or 1:1, and the largest."""
    return min(max(scale, min(smallest, 1.0) / 4), LARGEST)


def step_scale(scale: float, *, up: bool) -> float:
    """Return the next scale for a key or a button."""
    return scale * _STEP if up else scale / _STEP


def wheel_factor(angle: int) -> float:
    """Return the factor for a turn of the wheel; a quarter for each notch, finer for touchpads."""
    return float(_STEP ** (angle / _NOTCH))
