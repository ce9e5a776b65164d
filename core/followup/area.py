"""How much of the lesion there is, and how that changed.

Two ways of finding the outline, made for other ends, are asked; where they disagree nobody should
believe either, and no area is stated. What that is worth was measured: see `docs/followup.md`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from core.errors import AreaUncertain
from core.followup.outline import enlarged, lesion_mask, second_outline
from core.language import say
from core.trust.quality.lesion import Outline

if TYPE_CHECKING:
    from core.followup.alignment import Alignment
    from core.followup.scale import Scale

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

OUTLINE_ERROR: Final = 0.25
"""A change of the area by less may come from the outlines alone: in 95 of 100 pairs of images whose
outlines are believed, the ratio is off by less."""

_AGREEMENT: Final = 0.7  # intersection over union of both outlines
_CUT: Final = 0.1  # of the outline on the picture's edge


class Basis(StrEnum):
    """What makes two areas comparable."""

    SCALE = "scale"
    """The scale of both images is known."""
    ALIGNMENT = "alignment"
    """The newer image is laid onto the older."""


@dataclass(frozen=True, slots=True, eq=False)
class LesionArea:
    """A lesion in one image.

    Parameters
    ----------
    pixels : float
        Its area, in pixels of the picture.
    mask : ndarray of bool
        Where it is, (height, width) of the picture.
    """

    pixels: float
    mask: Mask


@dataclass(frozen=True, slots=True)
class AreaChange:
    """How the area changed.

    Parameters
    ----------
    ratio : float
        Newer area over older.
    basis : Basis
        What makes them comparable.
    older_mm2, newer_mm2 : float, optional
        Where the scale of both is known.
    """

    ratio: float
    basis: Basis
    older_mm2: float | None = None
    newer_mm2: float | None = None

    @property
    def within_error(self) -> bool:
        """Whether the outlines' own error may explain it."""
        return abs(math.log(self.ratio)) < math.log(1 + OUTLINE_ERROR)


def lesion_area(pixels: Pixels) -> LesionArea:
    """Measure the lesion in a picture.

    Parameters
    ----------
    pixels : ndarray of uint8
        sRGB, (height, width, 3).

    Raises
    ------
    AreaUncertain
        If no outline is found, two ways to find it disagree, or the lesion runs off the picture.
    """
    region, outline = lesion_mask(pixels), second_outline(pixels)
    if not region.any() or outline is None or not outline.mask.any():
        raise AreaUncertain(say("No area: nothing stands out clearly enough from the skin."))
    other = enlarged(outline.mask, pixels)
    if (region & other).sum() < _AGREEMENT * (region | other).sum():
        raise AreaUncertain(say("No area: the lesion's outline is not clear enough."))
    if max(outline.cut, Outline(region).cut) > _CUT:
        raise AreaUncertain(say("No area: the lesion runs off the picture."))
    return LesionArea(math.sqrt(float(region.sum()) * float(other.sum())), region)


def area_change(
    older: LesionArea,
    newer: LesionArea,
    *,
    alignment: Alignment | None = None,
    scales: tuple[Scale | None, Scale | None] = (None, None),
) -> AreaChange:
    """Compare two areas.

    Parameters
    ----------
    older, newer : LesionArea
        Of the same lesion.
    alignment : Alignment, optional
        Of these very pictures.
    scales : (Scale or None, Scale or None)
        Of these very pictures, the older first.

    Raises
    ------
    AreaUncertain
        If neither scales nor an alignment on the skin make them comparable.
    """
    before, after = scales
    if before is not None and after is not None:
        areas = older.pixels * before.mm_per_pixel**2, newer.pixels * after.mm_per_pixel**2
        return AreaChange(areas[1] / areas[0], Basis.SCALE, *areas)
    if alignment is None:
        raise AreaUncertain(
            say("No change of area: the images are neither aligned nor is the scale of both known.")
        )
    if not alignment.on_skin:
        raise AreaUncertain(
            say(
                "No change of area: the images agree within the lesion only, whose own growth "
                "could not be told from a nearer camera. The scale of both would help."
            )
        )
    return AreaChange(newer.pixels * alignment.scale**2 / older.pixels, Basis.ALIGNMENT)
