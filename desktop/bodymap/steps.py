"""Going from region to region with the arrow keys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF

_ASIDE: Final = 2.0
"""What lies aside counts as that much farther away than what lies ahead."""


def nearest(places: Sequence[QPointF], current: int, way: QPointF) -> int | None:
    """Find the place that lies next in a direction.

    Parameters
    ----------
    places : sequence of QPointF
        All of them.
    current : int
        Index of the one to go from.
    way : QPointF
        Where to go, of length 1.

    Returns
    -------
    int or None
        Its index; None where nothing lies there.
    """
    costs: dict[int, float] = {}
    for index, place in enumerate(places):
        step = place - places[current]
        ahead = QPointF.dotProduct(step, way)
        if ahead > 0.5:
            aside = math.sqrt(max(0.0, QPointF.dotProduct(step, step) - ahead**2))
            costs[index] = ahead + _ASIDE * aside
    return min(costs, key=lambda index: costs[index], default=None)
