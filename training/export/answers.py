"""What a network answers for all images of a set, from which rules and scales are fitted."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import keras
import numpy as np
from numpy.typing import NDArray

from core.errors import ImageError
from core.images import FitSpec, ImageReader, fit
from core.model import RawAnswer
from training.generic import photographs

_AT_ONCE = 64


class Answers(NamedTuple):
    """Of all images, in their order.

    Parameters
    ----------
    logits, embeddings : ndarray of float32
        (n, classes) and (n, channels).
    heat_maps : ndarray of float32
        (n, classes, rows, columns).
    """

    logits: NDArray[np.float32]
    embeddings: NDArray[np.float32]
    heat_maps: NDArray[np.float32]


def answer(network: keras.Model, pixels: NDArray[np.uint8]) -> RawAnswer:
    """Answer for one batch, (batch, height, width, 3)."""
    outputs = network(pixels, training=False)
    return RawAnswer(**{name: keras.ops.convert_to_numpy(outputs[name]) for name in outputs})


def answers(network: keras.Model, pixels: NDArray[np.uint8]) -> Answers:
    """Answer for many images, (n, height, width, 3)."""
    starts = range(0, len(pixels), _AT_ONCE)
    parts = [answer(network, pixels[start : start + _AT_ONCE]) for start in starts]
    return Answers(
        np.concatenate([part.logits for part in parts]),
        np.concatenate([part.embedding for part in parts]),
        np.concatenate([part.heat_maps for part in parts]),
    )


def embeddings(
    network: keras.Model, pixels: NDArray[np.uint8], rows: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Embed some of many images, (n, channels); the pixels may lie on disk."""
    parts = [rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)]
    return np.concatenate([answer(network, np.asarray(pixels[part])).embedding for part in parts])


def ordinary_embeddings(network: keras.Model, folder: Path, spec: FitSpec) -> NDArray[np.float32]:
    """Embed ordinary photographs of part A, (n, channels); unreadable ones are left out."""
    with ImageReader() as reader:
        pictures = [
            fit(outcome.pixels, spec).pixels
            for _, outcome in reader.read_many(photographs(folder, part="a"))
            if not isinstance(outcome, ImageError)
        ]
    stacked = np.stack(pictures)
    return embeddings(network, stacked, np.arange(len(stacked)))
