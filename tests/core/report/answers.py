"""Answers about a picture, for tests of what is written about them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.images import FitMode, FitSpec, ImageFormat, ImageRecord, Picture, place
from core.model.classifier import Answer
from core.results import Analysis, Caution, Device, Engine, ModelIdentity
from tests.core.tiny import tiny_card


def picture(*, height: int = 60, width: int = 80) -> Picture:
    record = ImageRecord(
        format=ImageFormat.PNG, width=width, height=height, byte_count=1, sha256="0" * 64,
        mode="RGB", bits=8,
    )  # fmt: skip
    return Picture(np.full((height, width, 3), 180, np.uint8), record)


def analysis(*, cautions: tuple[Caution, ...] = ()) -> Analysis:
    codes = tiny_card().codes
    values = [0.05, 0.05, 0.05, 0.05, 0.62, 0.13, 0.05]
    maps: NDArray[np.float32] = np.zeros((7, 6, 8), np.float32)
    maps[4, 2:4, 3:5] = 0.02
    return Analysis(
        probabilities=dict(zip(codes, values, strict=True)),
        logits=np.log(values).astype(np.float32),
        malignant=0.72,
        heat_maps=maps,
        embedding=np.zeros(8, np.float32),
        placement=place(60, 80, FitSpec(96, 128, FitMode.CROP)),
        cautions=cautions,
        model=ModelIdentity("Tiny", "1", "0" * 64),
        engine=Engine.TENSORFLOW,
        device=Device.CPU,
        milliseconds=1.0,
    )


def answer(name: str, *, cautions: tuple[Caution, ...] = ()) -> Answer:
    return Answer(Path(name), analysis(cautions=cautions), picture(), "Melanoma")
