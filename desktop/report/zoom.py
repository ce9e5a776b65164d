"""How large a page is shown: as wide as there is room, whole, or in steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

SCREEN: Final = 96 / 72
"""Device-independent pixels to a point at 100 %."""
_STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Fit(Enum):
    """What the size follows."""

    WIDTH = auto()
    PAGE = auto()
    FREE = auto()


@dataclass(frozen=True, slots=True)
class PageZoom:
    """A way to show pages.

    Parameters
    ----------
    fit : Fit
        What the size follows.
    factor : float
        1 is the size of paper; counts where the size is free.
    """

    fit: Fit = Fit.WIDTH
    factor: float = 1.0

    def of(self, page: tuple[float, float], room: tuple[float, float]) -> float:
        """Give the factor for a page of a size in points and a room in pixels."""
        width = room[0] / (page[0] * SCREEN)
        if self.fit is Fit.FREE:
            return self.factor
        wanted = width if self.fit is Fit.WIDTH else min(width, room[1] / (page[1] * SCREEN))
        return min(max(wanted, _STEPS[0]), _STEPS[-1])

    @staticmethod
    def stepped(factor: float, step: int) -> PageZoom:
        """Go to the next larger (1) or smaller (-1) step from a factor."""
        larger = [one for one in _STEPS if one > factor * 1.01] or [_STEPS[-1]]
        smaller = [one for one in _STEPS if one < factor * 0.99] or [_STEPS[0]]
        return PageZoom(Fit.FREE, larger[0] if step > 0 else smaller[-1])
