"""How the newer image lies on the older one."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """Turn, scale and shift that bring the newer image onto the older.

    Parameters
    ----------
    matrix : ndarray of float64
        (2, 3): a point (x, y, 1) of the newer image, in pixels from its top left corner, to the
        older.
    points : int
        Details of both images that it brings together.
    offered : int
        Details that seemed to be in both.
    error : float
        Root mean square distance of those it brings together, in pixels of the older image.
    on_skin : bool
        Whether it rests on the skin around the lesion alone, so that growth stays to be seen.
    """

    matrix: Points
    points: int
    offered: int
    error: float
    on_skin: bool = True

    @property
    def scale(self) -> float:
        """Pixels of the older image for one of the newer."""
        return math.hypot(self.matrix[0, 0], self.matrix[1, 0])

    @property
    def degrees(self) -> float:
        """How far the newer image is turned clockwise on the screen, -180 to 180."""
        return math.degrees(math.atan2(self.matrix[1, 0], self.matrix[0, 0]))

    def to_older(self, points: Points) -> Points:
        """Bring points (count, 2) of the newer image into the older."""
        return np.asarray(points @ self.matrix[:, :2].T + self.matrix[:, 2])

    def to_newer(self, points: Points) -> Points:
        """Bring points (count, 2) of the older image into the newer."""
        shifted = points - self.matrix[:, 2]
        return np.asarray(np.linalg.solve(self.matrix[:, :2], shifted.T).T)
