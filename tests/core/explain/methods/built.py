"""A network built so that what speaks for each class is known, and pictures that hold it.

Redness speaks for melanoma and against benign keratosis, blueness for nevus; nothing in a picture
changes the score of a dermatofibroma.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.images import FitMode
from core.model import Bundle, save_bundle
from core.model.card import Preprocessing
from core.model.weights import encode_weights
from core.taxonomy import HAM10000
from tests.core.tiny import SIZE, tiny_card, tiny_weights
from training.export.onnx_graph import build_graph

CODES = [entry.code for entry in HAM10000]
MEL, NV, BKL, DF = (CODES.index(code) for code in ("mel", "nv", "bkl", "df"))
RED_AT = (slice(4, 12), slice(4, 12))
BLUE_AT = (slice(20, 28), slice(32, 40))
_GREY = 128


def built_bundle(folder: Path, *, mode: FitMode = FitMode.CROP) -> Bundle:
    """Write and load the network."""
    card = tiny_card(preprocessing=Preprocessing(height=SIZE[0], width=SIZE[1], mode=mode))
    weights = {name: np.zeros_like(array) for name, array in tiny_weights(card).items()}
    first, second = weights["block1_conv1/kernel"], weights["block2_conv1/kernel"]
    first[1, 1, :, 0], first[1, 1, :, 1] = (1, -1, 0), (0, -1, 1)
    weights["block1_conv1/bias"][:2] = -1.5  # grey with a little noise is neither red nor blue
    second[1, 1, 0, 0] = second[1, 1, 1, 1] = 1
    logits = weights["logits/kernel"]
    logits[0, MEL], logits[0, BKL], logits[1, NV] = 4, -4, 4
    weights["logits/bias"][:] = 0.25
    return save_bundle(
        folder,
        card=card,
        weights=weights,
        licence="for tests\n",
        graph=build_graph(card, encode_weights(weights)),
    )


def picture(height: int = SIZE[0], width: int = SIZE[1]) -> NDArray[np.uint8]:
    """Draw a red square up left and a blue one down right, on grey."""
    pixels = np.full((height, width, 3), _GREY, np.uint8)
    pixels[RED_AT] = (255, 0, 0)
    pixels[BLUE_AT] = (0, 0, 255)
    return pixels


def grey(height: int = SIZE[0], width: int = SIZE[1]) -> NDArray[np.uint8]:
    """Draw nothing."""
    return np.full((height, width, 3), _GREY, np.uint8)
