"""What a network says of pixels that are in memory."""

from __future__ import annotations

import keras
import numpy as np
from numpy.typing import NDArray


def predict_logits(
    network: keras.Model, pixels: NDArray[np.uint8], *, batch_size: int = 64
) -> NDArray[np.float32]:
    """Logits of all images, float32 (n, classes), without Keras' own loop and its start-up."""
    parts = [
        keras.ops.convert_to_numpy(
            network(pixels[start : start + batch_size].astype(np.float32), training=False)["logits"]
        )
        for start in range(0, len(pixels), batch_size)
    ]
    return np.concatenate(parts).astype(np.float32)
