"""Maps that know nothing of the network: what a method has to beat."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_CELLS = 8


def random_map(shape: tuple[int, int], *, seed: int) -> NDArray[np.float32]:
    """Draw blobs as coarse as Grad-CAM's, (rows, columns) about `_CELLS` along the shorter side."""
    scale = _CELLS / min(shape)
    size = tuple(max(1, round(side * scale)) for side in shape)
    return np.random.default_rng(seed).random(size).astype(np.float32)


def centre_map(shape: tuple[int, int]) -> NDArray[np.float32]:
    """Point to the middle, where lesions are photographed: a hill, highest there, of `shape`."""
    rows, columns = (np.linspace(-2, 2, side) for side in shape)
    return np.exp(-0.5 * np.add.outer(rows**2, columns**2)).astype(np.float32)
