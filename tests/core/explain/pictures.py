"""Pictures on which heat maps are compared."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray


def _noise(height: int, width: int) -> NDArray[np.uint8]:
    return np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)


def _gradient(height: int, width: int) -> NDArray[np.uint8]:
    row, column = np.mgrid[0:height, 0:width]
    planes = [row * 255 / height, column * 255 / width, (row + column) * 255 / (height + width)]
    return np.stack(planes, axis=-1).astype(np.uint8)


def _flat(height: int, width: int) -> NDArray[np.uint8]:
    """All equal: max-pooling then has ties everywhere."""
    return np.full((height, width, 3), 90, np.uint8)


PICTURES: dict[str, Callable[[int, int], NDArray[np.uint8]]] = {
    "noise": _noise,
    "gradient": _gradient,
    "flat": _flat,
}
