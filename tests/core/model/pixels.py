"""Pictures for tiny networks."""

from __future__ import annotations

import numpy as np

from core.engine import EngineRequest
from core.images import ImageFormat, ImageRecord, Notice, Picture

RUNTIMES = [EngineRequest.TENSORFLOW, EngineRequest.ONNXRUNTIME]


def picture(height: int = 64, width: int = 96, *, notices: tuple[Notice, ...] = ()) -> Picture:
    pixels = np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)
    record = ImageRecord(
        format=ImageFormat.PNG, width=width, height=height, byte_count=1, sha256="0" * 64,
        mode="RGB", bits=8, notices=notices,
    )  # fmt: skip
    return Picture(pixels, record)
