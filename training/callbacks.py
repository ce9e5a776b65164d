"""What happens between steps: progress with time left, measurement, a checkpoint."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from training.console import say
from training.run import write_json


class Checkpoint(keras.callbacks.Callback):
    """Saves weights and optimiser after each epoch, so that a killed run goes on from there.

    Keras' own BackupAndRestore overwrites its file in place: a kill at the wrong moment leaves
    neither the old state nor the new. Here both files are written aside and renamed, the one that
    names the other last.

    Parameters
    ----------
    folder : Path
        Of the run.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._state = folder / "checkpoint.json"

    @property
    def epoch(self) -> int:
        """Epochs that are done."""
        if not self._state.exists():
            return 0
        return int(json.loads(self._state.read_text(encoding="utf-8"))["epoch"])

    def restore(self, model: keras.Model) -> None:
        """Give `model`, compiled and built, the saved weights and optimiser state."""
        model.load_weights(self._weights(self.epoch))

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Save."""
        del logs
        done = epoch + 1
        self.model.save_weights(self._weights(done))
        write_json(self._state, {"epoch": done})
        self._weights(done - 1).unlink(missing_ok=True)

    def _weights(self, epoch: int) -> Path:
        return self._folder / f"epoch-{epoch:03d}.weights.h5"


class Reseed(keras.callbacks.Callback):
    """Starts each epoch's random numbers from the run's seed and the epoch alone.

    Checkpoints do not hold the state of Keras' generators; so a run that goes on after a kill
    draws what it would have drawn without one.

    Parameters
    ----------
    seed : int
        Of the run.
    """

    def __init__(self, seed: int) -> None:
        super().__init__()
        self._seed = seed

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Set the state of every generator in the model."""
        del logs
        for number, generator in enumerate(_seed_generators(self.model)):
            state = np.random.SeedSequence((self._seed, epoch, number)).generate_state(2)
            generator.state.assign(state)


def _seed_generators(layer: keras.layers.Layer) -> Iterator[keras.random.SeedGenerator]:
    generator = getattr(layer, "seed_generator", None)
    if generator is not None:
        yield generator
    for inner in getattr(layer, "layers", ()):
        yield from _seed_generators(inner)


class Progress(keras.callbacks.Callback):
    """One line now and then: where we are, and how long it will take.

    Parameters
    ----------
    epochs : int
        Of the whole run.
    seconds : float
        Between two lines.
    """

    def __init__(self, *, epochs: int, seconds: float = 30.0) -> None:
        super().__init__()
        self._epochs = epochs
        self._seconds = seconds

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Start the clock."""
        del logs
        self._epoch = epoch
        self._begun = self._said = time.monotonic()

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        """Say where we are, when it is time."""
        now = time.monotonic()
        if now - self._said < self._seconds:
            return
        self._said = now
        steps = self.params["steps"]
        left = (now - self._begun) / (batch + 1) * (steps - batch - 1)
        loss = (logs or {}).get("loss", float("nan"))
        say(
            f"epoch {self._epoch + 1}/{self._epochs}, step {batch + 1}/{steps}, loss {loss:.3f}, "
            f"{left / 60:.1f} min left in this epoch"
        )


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
        """Measure, say, append."""
        findings = predict_logits(self._network, self._pixels).argmax(axis=1)
        hits = findings == self._labels
        recalls = [float(hits[self._labels == code].mean()) for code in np.unique(self._labels)]
        row = {
            "epoch": epoch + 1,
            "loss": round(float((logs or {}).get("loss", float("nan"))), 5),
            "accuracy": round(float(hits.mean()), 5),
            "balanced_accuracy": round(float(np.mean(recalls)), 5),
        }
        say(", ".join(f"{name} {value}" for name, value in row.items()))
        self._append(row)

    def _append(self, row: dict[str, float]) -> None:
        new = not self._history.exists()
        with self._history.open("a", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, row)
            if new:
                writer.writeheader()
            writer.writerow(row)


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
