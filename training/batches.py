"""What the network is fed: decoded pixels, drawn so that rare classes are seen often enough."""

from __future__ import annotations

from dataclasses import dataclass

import keras
import numpy as np
from numpy.typing import NDArray

from training.distribution.share import WHOLE, Share
from training.errors import DistributionError

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


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Draw:
    """What is drawn, and how.

    Parameters
    ----------
    rows : ndarray of int64
        Positions of the samples that may be drawn.
    balance : float
        See `class_weights`.
    batch_size, examples : int
        Samples in a batch and in an epoch.
    seed, epoch : int
        Of the draw.
    share : Share
        Which part of each batch this process feeds, where several train together.

    Raises
    ------
    DistributionError
        If a batch cannot be parted evenly.
    """

    rows: NDArray[np.int64]
    balance: float
    batch_size: int
    examples: int
    seed: int
    epoch: int = 0
    share: Share = WHOLE

    def __post_init__(self) -> None:
        if self.batch_size % self.share.processes:
            raise DistributionError(
                f"A batch of {self.batch_size} images cannot be parted among "
                f"{self.share.processes} processes.",
                value=self.share.processes,
            )


class Batches(keras.utils.PyDataset):
    """Batches of one epoch, drawn anew for each; the same draw for the same seed and epoch.

    Parameters
    ----------
    pixels : ndarray of uint8
        (n, height, width, 3), possibly memory-mapped.
    labels : ndarray of int64
        Class indices, (n,).
    draw : Draw
        What is drawn of them.
    """

    def __init__(self, pixels: Pixels, labels: NDArray[np.int64], draw: Draw) -> None:
        super().__init__()
        self._pixels = pixels
        self._labels = labels
        self._draw = draw
        self._weights = class_weights(labels[draw.rows], balance=draw.balance)
        self._epoch = draw.epoch
        self._begin()

    def __len__(self) -> int:
        return self._draw.examples // self._draw.batch_size

    def __getitem__(self, index: int) -> tuple[Pixels, NDArray[np.int64]]:
        share = self._draw.share
        own = self._draw.batch_size // share.processes
        first = index * self._draw.batch_size + share.process * own
        rows = self._drawn[first : first + own]
        return self._pixels[rows], self._labels[rows]

    def on_epoch_end(self) -> None:
        """Draw the next epoch's samples."""
        self._epoch += 1
        self._begin()

    def _begin(self) -> None:
        # Whole passes first, so that with `balance` 0 each sample is seen once an epoch.
        generator = np.random.default_rng((self._draw.seed, self._epoch))
        copies = self._weights * self._draw.examples
        certain = np.floor(copies).astype(np.int64)
        rest = copies - certain
        missing = self._draw.examples - int(certain.sum())
        extra = (
            generator.choice(len(rest), size=missing, replace=False, p=rest / rest.sum())
            if missing
            else np.empty(0, dtype=np.int64)
        )
        chosen = np.concatenate([np.repeat(np.arange(len(certain)), certain), extra])
        self._drawn = self._draw.rows[generator.permutation(chosen)]


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
