"""Where a lesion stands on the body map: where it was marked, else in the middle of its region."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF

from core.cases.fields import BodySite, BodyView, Side
from desktop.bodymap.outline import HEIGHT, MIDDLE, WIDTH
from desktop.bodymap.regions import Region, regions_of, side_of

if TYPE_CHECKING:
    from core.cases.records import Lesion

_APART: Final = 16.5
"""Between two dots at least, so that the number of each can be read."""
_ASIDE: Final = 0.22
"""From the middle line to a side of a region on both, in widths of the region."""
_STEP: Final = _APART / 4
"""By which a dot that has no room is moved farther."""
_TURNS: Final = 8


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the body map.

    Parameters
    ----------
    view : BodyView
        On which figure.
    x, y : float
        From its left and its top, 0 to 1.
    """

    view: BodyView
    x: float
    y: float

    @property
    def point(self) -> QPointF:
        """The place in the field of the drawing."""
        return QPointF(self.x * WIDTH, self.y * HEIGHT)


def spot_at(view: BodyView, point: QPointF) -> Spot:
    """Name a place of the drawing."""
    return Spot(view, point.x() / WIDTH, point.y() / HEIGHT)


def spot_of(lesion: Lesion) -> Spot | None:
    """Say where a lesion stands; None where its record does not say enough."""
    if lesion.view is not None and lesion.x is not None and lesion.y is not None:
        return Spot(lesion.view, lesion.x, lesion.y)
    return usual_spot(lesion.site, lesion.side)


def usual_spot(site: BodySite | None, side: Side | None) -> Spot | None:
    """Give the middle of a region; of one of a pair only where its side is known."""
    for view in BodyView:
        for region in regions_of(view):
            if region.site is site and region.side in {None, side}:
                return spot_at(view, _middle(region, side))
    return None


def spread(spots: Iterable[Spot]) -> list[Spot]:
    """Move dots that would hide each other apart, as little as it takes."""
    placed: list[Spot] = []
    for spot in spots:
        free = (one for one in _around(spot) if all(_is_apart(one, other) for other in placed))
        placed.append(next(free))
    return placed


def _middle(region: Region, side: Side | None) -> QPointF:
    centre = region.centre
    if region.side is not None or side in {None, Side.MIDDLE}:
        return centre
    right = side is side_of(region.view, right=True)
    aside = _ASIDE * region.path.boundingRect().width()
    return QPointF(MIDDLE + (aside if right else -aside), centre.y())


def _around(spot: Spot) -> Iterable[Spot]:
    """Give the place itself, then others around it, ever farther away."""
    yield spot
    ring = 1
    while True:
        for turn in range(_TURNS * ring):
            angle = 2 * math.pi * turn / (_TURNS * ring)
            step = QPointF(math.cos(angle), math.sin(angle)) * (ring * _STEP)
            moved = spot.point + step
            yield replace(spot, x=moved.x() / WIDTH, y=moved.y() / HEIGHT)
        ring += 1


def _is_apart(one: Spot, other: Spot) -> bool:
    if one.view is not other.view:
        return True
    step = one.point - other.point
    return math.hypot(step.x(), step.y()) >= _APART - 1e-6
