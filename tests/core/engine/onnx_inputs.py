"""What ONNX Runtime is asked in tests."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.model import Bundle


def noise(bundle: Bundle, count: int = 3) -> NDArray[np.uint8]:
    shape = (count, *bundle.card.preprocessing.shape)
    return np.random.default_rng(7).integers(0, 256, shape, dtype=np.uint8)
