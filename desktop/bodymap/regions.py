"""The regions of the body map: each is a part of the silhouette, with its name in the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from core.cases.fields import BodySite, BodyView, Side
from core.report.case_words import site_words
from desktop.bodymap.outline import HEIGHT, MIDDLE, WIDTH, Point, ear, silhouette
from desktop.language.words import tr

_NEAR_MIDDLE: Final = 0.15
"""So close to the middle line, in widths of a region, a place is on neither side."""

Box = tuple[float, float, float, float]  # left, top, right, bottom

_ARM: Final[tuple[tuple[BodySite, Box], ...]] = (
    (BodySite.SHOULDER, (66.5, 38, 80, 57)),
    (BodySite.UPPER_ARM, (67, 57, 90, 83)),
    (BodySite.FOREARM, (72, 83, 95, 111)),
)
_LEG: Final[tuple[tuple[BodySite, Box], ...]] = (
    (BodySite.THIGH, (50, 103, 72, 157)),
    (BodySite.LOWER_LEG, (50, 157, 72, 204)),
)
_HAND: Final[Box] = (78, 111, 100, 145)
_FOOT: Final[Box] = (50, 204, 72, 230)
_PAIRED: Final[dict[BodyView, tuple[tuple[BodySite, Box], ...]]] = {
    BodyView.FRONT: (*_ARM, (BodySite.PALM, _HAND), *_LEG, (BodySite.FOOT, _FOOT)),
    BodyView.BACK: (
        *_ARM,
        (BodySite.HAND, _HAND),
        (BodySite.BUTTOCK, (50, 97, 72, 117)),
        (BodySite.THIGH, (50, 117, 72, 157)),
        _LEG[1],
        (BodySite.SOLE, _FOOT),
    ),
}
_TO_ARMPIT: Final = ((66.5, 36.3), (66.5, 49), (68.1, 61.5), (68.6, 69))
_CENTRAL: Final[dict[BodyView, tuple[tuple[BodySite, tuple[Point, ...]], ...]]] = {
    BodyView.FRONT: (
        (BodySite.SCALP, ((65, 0), (65, 11))),
        (BodySite.FACE, ((65, 11), (65, 29))),
        (BodySite.NECK, ((62, 29), (62, 36.3))),
        (BodySite.CHEST, _TO_ARMPIT),
        (BodySite.ABDOMEN, ((68.6, 69), (68.6, 103))),
        (BodySite.GENITAL, ((55, 103), (50.3, 117))),
    ),
    BodyView.BACK: (
        (BodySite.SCALP, ((65, 0), (65, 25))),
        (BodySite.NECK, ((62, 25), (62, 36.3))),
        (BodySite.BACK, (*_TO_ARMPIT, (68.6, 97))),
    ),
}
"""The right edge of each, from above; the left one is its mirror image."""


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A part of the body map.

    Parameters
    ----------
    view : BodyView
        On which of the two figures.
    site : BodySite
        Its name in the store.
    side : Side, optional
        Of the patient; None where the region lies on both.
    path : QPainterPath
        Its shape, in the field of `desktop.bodymap.outline`.
    """

    view: BodyView
    site: BodySite
    side: Side | None
    path: QPainterPath

    @property
    def words(self) -> str:
        """What screen readers say."""
        site = site_words(self.site, self.side)
        if self.view is BodyView.FRONT:
            return tr("{site}, seen from the front", site=site)
        return tr("{site}, seen from the back", site=site)

    @property
    def centre(self) -> QPointF:
        """A point well within it."""
        return self.path.boundingRect().center()

    def side_at(self, x: float) -> Side:
        """Tell on which side of the patient a place is."""
        if self.side is not None:
            return self.side
        if abs(x - MIDDLE) <= _NEAR_MIDDLE * self.path.boundingRect().width():
            return Side.MIDDLE
        return side_of(self.view, right=x > MIDDLE)


def side_of(view: BodyView, *, right: bool) -> Side:
    """Tell which side of the patient is at the right, or the left, of the picture."""
    return Side.LEFT if right == (view is BodyView.FRONT) else Side.RIGHT


@cache
def regions_of(view: BodyView) -> tuple[Region, ...]:
    """Cut a figure into its regions, the ears last: the head hides a part of them."""
    left, cut = silhouette(), []
    for site, side, cell in _cells(view):
        cut.append(Region(view, site, side, left.intersected(cell)))
        left = left.subtracted(cell)
    return (*cut, *_ears(view))


def region_at(view: BodyView, point: QPointF) -> Region | None:
    """Find the region at a place of a figure."""
    return next((one for one in regions_of(view) if one.path.contains(point)), None)


def _cells(view: BodyView) -> Iterator[tuple[BodySite, Side | None, QPainterPath]]:
    for site, edge in _CENTRAL[view]:
        yield site, None, _across(edge)
    for site, box in _PAIRED[view]:
        for right in (True, False):
            yield site, side_of(view, right=right), _cell(box, mirrored=not right)


def _ears(view: BodyView) -> tuple[Region, ...]:
    return tuple(
        Region(view, BodySite.EAR, side_of(view, right=right), ear(right=right))
        for right in (True, False)
    )


def _across(edge: tuple[Point, ...]) -> QPainterPath:
    mirrored = [(WIDTH - x, y) for x, y in reversed(edge)]
    path = QPainterPath()
    path.addPolygon([QPointF(x, y) for x, y in (*edge, *mirrored)])
    path.closeSubpath()
    return path


def _cell(box: Box, *, mirrored: bool = False) -> QPainterPath:
    left, top, right, bottom = box
    if mirrored:
        left, right = WIDTH - right, WIDTH - left
    path = QPainterPath()
    path.addRect(QRectF(left, top, right - left, min(bottom, HEIGHT) - top))
    return path
