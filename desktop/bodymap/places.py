"""Where a lesion stands on the body map: where it was marked, else in the middle of its region."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF

from core.cases.fields import BodySite, BodyView, Side
from desktop.bodymap.outline import HEIGHT, MIDDLE, WIDTH
from desktop.bodymap.regions import Region, region_at, regions_of, side_of

if TYPE_CHECKING:
    from core.cases.records import Lesion

_APART: Final = 16.5
"""Between two dots at least, so that the number of each can be read."""
_ASIDE: Final = 0.22
"""From the middle line to a side of a region on both, in widths of the region."""
_STEP: Final = _APART / 4
"""By which a dot that has no room is moved farther."""
_TURNS: Final = 8
_RINGS: Final = 12
_QUITE_NEAR: Final = 8 * (1 + 2 + 3 + 4 + 5)
"""So many places lie on the five inner rings, on which a dot may leave its region."""


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
    """Move dots that would hide each other apart, as little as it takes, but never far.

    Where there is no room nearby, a dot stays where it is: a wrong place would be worse.
    """
    room = _Room()
    return [room.place(spot) for spot in spots]


def _middle(region: Region, side: Side | None) -> QPointF:
    centre = region.centre
    if region.side is not None or side in {None, Side.MIDDLE}:
        return centre
    right = side is side_of(region.view, right=True)
    aside = _ASIDE * region.path.boundingRect().width()
    return QPointF(MIDDLE + (aside if right else -aside), centre.y())


class _Room:
    """What is taken, in squares so large that only neighbours can be too near."""

    def __init__(self) -> None:
        self._taken: dict[tuple[BodyView, int, int], list[tuple[float, float]]] = {}
        # Of dots on one place, each goes on trying where the one before has found room.
        self._tried: dict[Spot, Iterator[tuple[float, float]]] = {}

    def place(self, spot: Spot) -> Spot:
        """Take a place for a dot: there, in its region, or else quite near."""
        tries = self._tried.setdefault(spot, _tries(spot))
        for at in tries:
            if self._is_free(spot.view, at):
                self._taken.setdefault((spot.view, *_square(at)), []).append(at)
                return replace(spot, x=at[0] / WIDTH, y=at[1] / HEIGHT)
        return spot

    def _is_free(self, view: BodyView, at: tuple[float, float]) -> bool:
        column, row = _square(at)
        near = product((column - 1, column, column + 1), (row - 1, row, row + 1))
        others = (one for square in near for one in self._taken.get((view, *square), ()))
        return all(math.dist(at, one) >= _APART - 1e-6 for one in others)


def _tries(spot: Spot) -> Iterator[tuple[float, float]]:
    x, y = spot.x * WIDTH, spot.y * HEIGHT
    yield x, y
    region = region_at(spot.view, spot.point)
    around = [(x + right, y + down) for right, down in _NEARBY]
    if region is not None:
        yield from (at for at in around if region.path.contains(QPointF(*at)))
    yield from around[:_QUITE_NEAR]


def _square(at: tuple[float, float]) -> tuple[int, int]:
    return math.floor(at[0] / _APART), math.floor(at[1] / _APART)


def _steps() -> Iterator[tuple[float, float]]:
    """Give places around one, ever farther away."""
    for ring in range(1, _RINGS + 1):
        turns = _TURNS * ring
        for turn in range(turns):
            angle = 2 * math.pi * turn / turns
            yield _STEP * ring * math.cos(angle), _STEP * ring * math.sin(angle)


_NEARBY: Final = tuple(_steps())
