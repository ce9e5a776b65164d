"""How large a picture is, in pixels and, where that is known, on the skin."""

from __future__ import annotations

from dataclasses import dataclass

from core.cases.fields import ScaleSource


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of an upright picture.

    Parameters
    ----------
    width, height : int
        Pixels.
    mm_per_pixel : float, optional
        Size of a pixel, where it is known.
    scale_source : ScaleSource, optional
        How it is known.
    """

    width: int
    height: int
    mm_per_pixel: float | None = None
    scale_source: ScaleSource | None = None
