"""What the network is worth after each epoch, on lesions that it does not learn from."""

from __future__ import annotations

import csv
import time
from pathlib import Path
from types import MappingProxyType

import keras
import numpy as np
from numpy.typing import NDArray

from training.console import say
from training.logits import predict_logits

COLUMNS = MappingProxyType(
    {
        "loss": "loss",
        "accuracy": "accuracy",
        "validation_loss": "val_loss",
        "validation_accuracy": "val_accuracy",
        "validation_balanced_accuracy": "val_balanced_accuracy",
    }
)
"""Columns of ``history.csv`` beside the epoch and its seconds, and Keras' names for them."""


class Measurement(keras.callbacks.Callback):
    """Measures the network on lesions it does not learn from, after each epoch.

    Parameters
    ----------
    network : keras.Model
        Gives a dict with ``logits``.
    pixels : ndarray of uint8
        (n, height, width, 3).
    labels : ndarray of int64
        Class indices, (n,).
    history : Path
        CSV file to append to.
    """

    def __init__(
        self,
        network: keras.Model,
        pixels: NDArray[np.uint8],
        labels: NDArray[np.int64],
        *,
        history: Path,
    ) -> None:
        super().__init__()
        self._network = network
        self._pixels = pixels
        self._labels = labels
        self._history = history

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Measure, say, append, and tell the callbacks that come after this one."""
        logs = {} if logs is None else logs
        begun = time.monotonic()
        logits = predict_logits(self._network, self._pixels)
        logs |= measured(logits, self._labels)
        row = {"epoch": epoch + 1, "seconds": round(begun - self._begun, 1)}
        row |= {name: round(float(logs.get(key, float("nan"))), 5) for name, key in COLUMNS.items()}
        say(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in row.items()))
        self._append(row)

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Start the clock."""
        del epoch, logs
        self._begun = time.monotonic()

    def _append(self, row: dict[str, float]) -> None:
        new = not self._history.exists()
        with self._history.open("a", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, row)
            if new:
                writer.writeheader()
            writer.writerow(row)


def measured(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> dict[str, float]:
    """Loss and accuracies on lesions that are not learned from, under Keras' names.

    Parameters
    ----------
    logits : ndarray of float32
        (n, classes).
    labels : ndarray of int64
        Class indices, (n,).
    """
    shifted = logits.astype(np.float64) - logits.max(axis=1, keepdims=True)
    chosen = shifted[np.arange(len(labels)), labels]
    hits = logits.argmax(axis=1) == labels
    recalls = [float(hits[labels == code].mean()) for code in np.unique(labels)]
    return {
        "val_loss": float(np.mean(np.log(np.exp(shifted).sum(axis=1)) - chosen)),
        "val_accuracy": float(hits.mean()),
        "val_balanced_accuracy": float(np.mean(recalls)),
    }
