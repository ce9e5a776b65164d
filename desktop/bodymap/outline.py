"""The silhouette of a standing person: points of one half, the other is its mirror image.

Drawn for Lentigo, in a field 100 wide and 230 high with the middle of the body at 50.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

WIDTH: Final = 100.0
HEIGHT: Final = 230.0
MIDDLE: Final = WIDTH / 2

Point = tuple[float, float]

_HALF: Final[tuple[Point, ...]] = (
    # head and neck
    *((50, 3), (56, 4.5), (60, 10), (60.5, 18), (58.5, 26), (55.5, 30.5), (55.2, 35)),
    # shoulder, and the outer side of the arm
    *((59, 38.5), (67, 41), (73.5, 44), (77, 51), (78, 60), (79.5, 72), (81.5, 83), (84, 95)),
    # the hand, with its thumb
    *((86.5, 109), (90, 114), (94, 120), (93.2, 123), (91, 122), (91.4, 128), (90, 136)),
    *((87.5, 140), (85, 138), (82.5, 130), (81, 120), (80.5, 112)),
    # the inner side of the arm, and the flank
    *((77.5, 100), (73, 87), (71, 76), (68, 61), (66.5, 70), (65, 80), (65.5, 90), (68, 101)),
    # the outer side of the leg
    *((69.3, 113), (68.5, 130), (66, 148), (65, 158), (66.5, 171), (65.5, 186), (62.5, 203)),
    # the foot, and the inner side of the leg
    *((63.5, 211), (67.5, 218), (67, 222.5), (60, 224), (55.5, 221), (55.5, 211), (56, 203)),
    *((54.5, 186), (54, 171), (55, 158), (53.5, 148), (51.8, 132), (50.4, 117)),
)
_EAR: Final = (60.8, 18.5, 2.2, 3.8)  # middle and half its size
_STIFFNESS: Final = 6.0  # of the curve through the points, as Catmull and Rom have it


def silhouette() -> QPainterPath:
    """Return the outline of the whole body, without ears."""
    mirrored = [(WIDTH - x, y) for x, y in reversed(_HALF[1:])]
    return smooth((*_HALF, *mirrored))


def ear(*, right: bool) -> QPainterPath:
    """Return the ear at the right or at the left of the picture."""
    x, y, half_width, half_height = _EAR
    path = QPainterPath()
    path.addEllipse(QPointF(x if right else WIDTH - x, y), half_width, half_height)
    return path


def smooth(points: Sequence[Point]) -> QPainterPath:
    """Draw a closed curve through points."""
    placed = [QPointF(x, y) for x, y in points]
    count = len(placed)
    path = QPainterPath(placed[0])
    for place in range(count):
        before, start, end, after = (placed[(place + step) % count] for step in (-1, 0, 1, 2))
        first = start + (end - before) / _STIFFNESS
        second = end - (after - start) / _STIFFNESS
        path.cubicTo(first, second, end)
    path.closeSubpath()
    return path
