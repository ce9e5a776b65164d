"""What the network is fed: decoded pixels, drawn so that rare classes are seen often enough."""

from __future__ import annotations

import keras
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


def class_weights(labels: NDArray[np.int64], *, balance: float) -> NDArray[np.float64]:
    """Probability of drawing each sample.

    Parameters
    ----------
    labels : ndarray of int64
        Class index of each sample, (n,).
    balance : float
        0 draws samples as frequent as they are, 1 draws all classes equally often; between, each
        class's share is its frequency to the power ``1 - balance``.

    Returns
    -------
    ndarray of float64
        Positive, sums to 1, (n,).
    """
    counts = np.bincount(labels).astype(np.float64)
    weights: NDArray[np.float64] = counts[labels] ** -balance
    weights /= weights.sum()
    return weights


class Batches(keras.utils.PyDataset):
    """Batches of one epoch, drawn anew for each; the same draw for the same seed and epoch.

    Parameters
    ----------
    pixels : ndarray of uint8
        (n, height, width, 3), possibly memory-mapped.
    labels : ndarray of int64
        Class indices, (n,).
    rows : ndarray of int64
        Which of them may be drawn.
    balance : float
        See `class_weights`.
    batch_size, examples : int
        Samples in a batch and in an epoch.
    seed, epoch : int
        Of the draw.
    """

    def __init__(
        self,
        pixels: Pixels,
        labels: NDArray[np.int64],
        *,
        rows: NDArray[np.int64],
        balance: float,
        batch_size: int,
        examples: int,
        seed: int,
        epoch: int = 0,
    ) -> None:
        super().__init__()
        self._pixels = pixels
        self._labels = labels
        self._rows = rows
        self._weights = class_weights(labels[rows], balance=balance)
        self._batch_size = batch_size
        self._examples = examples
        self._seed = seed
        self._epoch = epoch
        self._draw()

    def __len__(self) -> int:
        return self._examples // self._batch_size

    def __getitem__(self, index: int) -> tuple[Pixels, NDArray[np.int64]]:
        rows = self._drawn[index * self._batch_size : (index + 1) * self._batch_size]
        return self._pixels[rows], self._labels[rows]

    def on_epoch_end(self) -> None:
        """Draw the next epoch's samples."""
        self._epoch += 1
        self._draw()

    def _draw(self) -> None:
        # Whole passes first, so that with `balance` 0 each sample is seen once an epoch.
        generator = np.random.default_rng((self._seed, self._epoch))
        copies = self._weights * self._examples
        certain = np.floor(copies).astype(np.int64)
        rest = copies - certain
        missing = self._examples - int(certain.sum())
        extra = (
            generator.choice(len(rest), size=missing, replace=False, p=rest / rest.sum())
            if missing
            else np.empty(0, dtype=np.int64)
        )
        chosen = np.concatenate([np.repeat(np.arange(len(certain)), certain), extra])
        self._drawn = self._rows[generator.permutation(chosen)]


class LabelledInputs(keras.utils.PyDataset):
    """Batches whose labels stand among the inputs as well, for models that mix images.

    Parameters
    ----------
    batches : Batches
        What it hands on.
    """

    def __init__(self, batches: Batches) -> None:
        super().__init__()
        self._batches = batches

    def __len__(self) -> int:
        return len(self._batches)

    def __getitem__(self, index: int) -> tuple[tuple[Pixels, NDArray[np.int64]], NDArray[np.int64]]:
        pixels, labels = self._batches[index]
        return (pixels, labels), labels

    def on_epoch_end(self) -> None:
        """Draw the next epoch's samples."""
        self._batches.on_epoch_end()
