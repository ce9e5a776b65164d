"""From which number on a picture gets a finding, and what it says.

The limits are of the pictures, not of a model, so they stand here and not on a card. Each is the
value that one in a hundred images of HAM10000 passes; for the lesion's size, one in a hundred of
those whose mask does not show it tiny, and three of those whose mask does not show it cut off.
``python -m training quality HAM10000`` measures them again, and how often pictures that were
spoiled on purpose are found: what stands beside them was measured on all 10,015 images, and on 300
of them spoiled. HAM10000 shows light skin under dermatoscopes: what the limits flag on dark skin,
and on photographs, nobody has measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.language import marked


class QualityCode(StrEnum):
    """Stable names of the findings, for machines."""

    TOO_SMALL = "too_small"
    BLURRED = "blurred"
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    COLOUR_CAST = "colour_cast"
    HEAVY_HAIR = "heavy_hair"
    INK = "ink"
    RULER = "ruler"
    BLACK_FRAME = "black_frame"
    LESION_CUT_OFF = "lesion_cut_off"
    LESION_TINY = "lesion_tiny"


@dataclass(frozen=True, slots=True)
class Limit:
    """When a number is a finding.

    Parameters
    ----------
    value : float
        In the number's own unit.
    message : str
        One sentence for the user: what is wrong, and what to do about it.
    below : bool
        Whether smaller numbers are worse.
    """

    value: float
    message: str
    below: bool = False

    def passed(self, number: float) -> bool:
        """Whether a number is a finding; what could not be measured (NaN) is none."""
        return number < self.value if self.below else number > self.value


LIMITS: Final[Mapping[QualityCode, Limit]] = {
    # Flags 1.0 %; finds 86 % blurred by 1/256 of the width, all by 2/256.
    QualityCode.BLURRED: Limit(
        10.5,
        marked("The picture is blurred: take it again with the camera held still and in focus."),
        below=True,
    ),
    # Flags 0.9 %; finds 73 % darkened by 1 stop, all by 2.
    QualityCode.TOO_DARK: Limit(
        142, marked("The picture is dark: take it again with more light."), below=True
    ),
    # Flags 1.0 %; finds 15 % brightened by half a stop, 43 % by 1.
    QualityCode.TOO_BRIGHT: Limit(
        200,
        marked("The picture is overexposed: take it again with less light or a shorter exposure."),
    ),
    # Flags 1.1 %; finds 61 % with one channel off by 20 %, 89 % by 40 %.
    QualityCode.COLOUR_CAST: Limit(
        2.84,
        marked("The colours of the picture are shifted: set the white balance and take it again."),
    ),
    # Flags 1.0 %; finds 2 % with 15 hairs added, 56 % with 60, 99 % with 120.
    QualityCode.HEAVY_HAIR: Limit(
        0.195,
        marked("Much of the picture lies under hair: part, wet or clip it and take it again."),
    ),
    # Flags 1.0 %; finds 96 % with a short stroke, all with a longer one.
    QualityCode.INK: Limit(
        0.0042,
        marked(
            "Ink or dye seems to be in the picture: clean the skin, or take it again without it."
        ),
    ),
    # Flags 1.0 %; finds 99 % with one drawn.
    QualityCode.RULER: Limit(
        2.75, marked("A ruler seems to be in the picture: take it again without one.")
    ),
    # Flags 1.0 %; finds all that are round to the width, 1 % of those with dark corners.
    QualityCode.BLACK_FRAME: Limit(
        0.082, marked("A black frame covers much of the picture: take it again closer, or crop it.")
    ),
    # Flags 2.9 %; finds 30 % of those cut by their mask, 73 % after a cut of a quarter.
    QualityCode.LESION_CUT_OFF: Limit(
        0.244,
        marked("The lesion seems to run off the picture: take it again with all of it in view."),
    ),
    # Flags 1.0 %; finds 75 % of those whose mask covers less than 3 %.
    QualityCode.LESION_TINY: Limit(
        0.0365, marked("The lesion seems tiny in the picture: take it again closer."), below=True
    ),
}
"""Of everything that is measured on the picture."""
