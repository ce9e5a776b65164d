"""From a picture to what is to be said about its quality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.images import Picture, Placement
from core.language import say
from core.trust.quality.limits import LIMITS, QualityCode
from core.trust.quality.measures import measure
from core.trust.quality.view import view_of
from core.trust.verdicts import QualityFinding

if TYPE_CHECKING:
    from PIL import Image

_SMALL = 0.75  # of the network's input side; shrunk so far, one finding in ten of HAM10000 changes


def quality_of(
    picture: Picture, placement: Placement, *, image: Image.Image | None = None
) -> tuple[QualityFinding, ...]:
    """Name what about a picture makes its finding less reliable.

    Parameters
    ----------
    picture : Picture
        Decoded, of any size.
    placement : Placement
        Which part of it the network saw, and how large.
    image : PIL.Image.Image, optional
        The pixels as Pillow holds them, where that has been made.

    Returns
    -------
    tuple of QualityFinding
        Empty where nothing is wrong. A picture too small for anything else gets that finding alone.
    """
    view = view_of(picture.pixels, image=image)
    enlarged = placement.target.height / placement.source.height
    small = (_too_small(picture),) if view is None or enlarged * _SMALL > 1 else ()
    if view is None:
        return small
    found = (
        QualityFinding(str(code), LIMITS[code].message)
        for code, number in measure(view).items()
        if LIMITS[code].passed(number)
    )
    return (*small, *found)


def _too_small(picture: Picture) -> QualityFinding:
    record = picture.record
    return QualityFinding(
        str(QualityCode.TOO_SMALL),
        say(
            "The picture has only {width} x {height} pixels, fewer than the model looks at: "
            "take a closer or larger one.",
            width=record.width,
            height=record.height,
        ),
    )
