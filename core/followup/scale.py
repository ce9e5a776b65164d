"""The size of a pixel, and lengths from it; without it there is no length."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.cases.fields import ScaleSource
from core.errors import ScaleUnknown
from core.language import say

if TYPE_CHECKING:
    from core.cases.records import StoredImage
    from core.followup.alignment import Alignment

Point = tuple[float, float]
"""(x, y) in pixels of the image in its file."""

_SQUARE: Final = 1.01  # rows and columns may differ by so much and still be said with one number
_SHORTEST: Final = 10.0  # pixels of a ruler: a click is off by one or two


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a pixel is.

    Parameters
    ----------
    mm_per_pixel : float
        Of the image in its file, upright.
    source : ScaleSource
        How that is known.

    Raises
    ------
    ScaleUnknown
        If it is not a positive number.
    """

    mm_per_pixel: float
    source: ScaleSource

    def __post_init__(self) -> None:
        if not (math.isfinite(self.mm_per_pixel) and self.mm_per_pixel > 0):
            raise ScaleUnknown(
                say("The size of a pixel must be a length above zero."), value=self.mm_per_pixel
            )


def scale_from_spacing(spacing_mm: tuple[float, float] | None) -> Scale | None:
    """Take the scale that a DICOM file states; None where it states none, or pixels not square."""
    if spacing_mm is None or max(spacing_mm) > _SQUARE * min(spacing_mm):
        return None
    return Scale(math.sqrt(spacing_mm[0] * spacing_mm[1]), ScaleSource.DICOM)


def scale_from_ruler(start: Point, end: Point, *, mm: float) -> Scale:
    """Calibrate on a ruler in the picture.

    Parameters
    ----------
    start, end : (float, float)
        Two clicks on it.
    mm : float
        What it reads between them.

    Raises
    ------
    ScaleUnknown
        If the clicks are too close together, or the length is none.
    """
    pixels = math.dist(start, end)
    if pixels < _SHORTEST:
        raise ScaleUnknown(
            say(
                "The two points are too close together to calibrate on: {pixels:.0f} pixels. "
                "Choose two marks of the ruler that lie further apart.",
                pixels=pixels,
            ),
            value=pixels,
        )
    if not (math.isfinite(mm) and mm > 0):
        raise ScaleUnknown(say("The length between the two points must be above zero."), value=mm)
    return Scale(mm / pixels, ScaleSource.RULER)


def disagreement(older: Scale, newer: Scale, *, alignment: Alignment) -> float:
    """Tell how far two scales contradict an alignment on the skin, which hardly grows.

    Returns
    -------
    float
        By how much a length on the skin would have changed, 0 or more; 0 where the alignment is not
        on the skin, which says nothing.
    """
    if not alignment.on_skin:
        return 0.0
    ratio = newer.mm_per_pixel / (older.mm_per_pixel * alignment.scale)
    return max(ratio, 1 / ratio) - 1


def scale_of(image: StoredImage) -> Scale | None:
    """Give the scale that is stored with an image; None where there is none."""
    if image.mm_per_pixel is None or image.scale_source is None:
        return None
    return Scale(image.mm_per_pixel, image.scale_source)


def length_mm(scale: Scale | None, start: Point, end: Point) -> float:
    """Measure a line.

    Raises
    ------
    ScaleUnknown
        If the scale is not known: pixels are no length.
    """
    if scale is None:
        raise ScaleUnknown(
            say(
                "This has no length in millimetres: the scale of the image is not known. Set "
                "it on a ruler in the picture first."
            )
        )
    return math.dist(start, end) * scale.mm_per_pixel
