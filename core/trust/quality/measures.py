"""All numbers of one picture, each beside the finding that it decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.trust.quality.colour import cast, ink
from core.trust.quality.frame import black_share, frame_of
from core.trust.quality.hair import hair
from core.trust.quality.lesion import outline_of
from core.trust.quality.light import darkest, lightest
from core.trust.quality.limits import QualityCode
from core.trust.quality.ruler import ruler
from core.trust.quality.sharpness import sharpness
from core.trust.quality.view import View

_OF_THE_PICTURE: Mapping[QualityCode, Callable[[View], float]] = {
    QualityCode.BLURRED: sharpness,
    QualityCode.TOO_DARK: lightest,
    QualityCode.TOO_BRIGHT: darkest,
    QualityCode.COLOUR_CAST: cast,
    QualityCode.HEAVY_HAIR: hair,
    QualityCode.INK: ink,
    QualityCode.RULER: ruler,
}
MEASURED = (
    *_OF_THE_PICTURE,
    QualityCode.BLACK_FRAME,
    QualityCode.LESION_CUT_OFF,
    QualityCode.LESION_TINY,
)
"""Codes of the findings that are measured on the picture, in the order in which they are told."""


def measure(view: View) -> dict[QualityCode, float]:
    """Measure everything.

    Returns
    -------
    dict of QualityCode to float
        In the order of `MEASURED`, each in its own unit; NaN where there is nothing to measure.
    """
    frame = frame_of(view)
    outline = outline_of(view, frame)
    return {
        **{code: one(view) for code, one in _OF_THE_PICTURE.items()},
        QualityCode.BLACK_FRAME: black_share(frame),
        QualityCode.LESION_CUT_OFF: outline.cut,
        QualityCode.LESION_TINY: outline.area,
    }
