"""What happens between steps: progress with time left, measurement, a checkpoint."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import keras
import numpy as np
from numpy.typing import NDArray

from training.console import say
from training.run import write_json


class Memory(Protocol):
    """Something whose state a checkpoint holds."""

    def state(self) -> dict[str, Any]:
        """Return what to keep, as JSON has it."""

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""


class Remembered:
    """State of one of Keras' own callbacks, which begins anew at every start.

    Parameters
    ----------
    callback : keras.callbacks.Callback
        Whose.
    names : str
        Its attributes that change.
    """

    def __init__(self, callback: keras.callbacks.Callback, *names: str) -> None:
        self._callback = callback
        self._names = names

    def state(self) -> dict[str, Any]:
        """Return what to keep, as JSON has it."""
        values = {name: getattr(self._callback, name) for name in self._names}
        return {name: None if value is None else float(value) for name, value in values.items()}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""
        for name, value in state.items():
            setattr(self._callback, name, value)


class Checkpoint(keras.callbacks.Callback):
    """Saves weights and optimiser after each epoch, so that a killed run goes on from there.

    Keras' own BackupAndRestore overwrites its file in place: a kill at the wrong moment leaves
    neither the old state nor the new. Here both files are written aside and renamed, the one that
    names the other last.

    Parameters
    ----------
    folder : Path
        Of the run.
    remembered : mapping of str to Memory
        Callbacks whose state belongs to the checkpoint, by a name for each.
    """

    def __init__(
        self, folder: Path, *, remembered: Mapping[str, Memory] = MappingProxyType({})
    ) -> None:
        super().__init__()
        self._folder = folder
        self._state = folder / "checkpoint.json"
        self._remembered = remembered

    @property
    def epoch(self) -> int:
        """Epochs that are done."""
        return int(self._read().get("epoch", 0))

    @property
    def stopped(self) -> bool:
        """Whether early stopping ended the run at this epoch."""
        states = self._read().get("states", {})
        return bool(states.get("stopping", {}).get("stopped_epoch"))

    def restore(self, model: keras.Model) -> None:
        """Give `model`, compiled and built, the saved weights and optimiser state."""
        model.load_weights(self._weights(self.epoch))

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:
        """Give the other callbacks, which have just begun anew, their state back."""
        del logs
        states = self._read().get("states", {})
        for name, memory in self._remembered.items():
            if name in states:
                memory.restore(states[name])

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Save."""
        del logs
        done = epoch + 1
        self.model.save_weights(self._weights(done))
        states = {name: memory.state() for name, memory in self._remembered.items()}
        write_json(self._state, {"epoch": done, "states": states})
        self._weights(done - 1).unlink(missing_ok=True)

    def _read(self) -> dict[str, Any]:
        if not self._state.exists():
            return {}
        content: dict[str, Any] = json.loads(self._state.read_text(encoding="utf-8"))
        return content

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


class Best(keras.callbacks.Callback):
    """Keeps the weights of the best epoch, by validation balanced accuracy.

    Parameters
    ----------
    network : keras.Model
        Whose weights.
    path : Path
        Where to keep them.
    """

    def __init__(self, network: keras.Model, path: Path) -> None:
        super().__init__()
        self._network = network
        self._path = path
        self._best = -1.0

    def state(self) -> dict[str, Any]:
        """Return what to keep, as JSON has it."""
        return {"best": self._best}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from what was kept."""
        self._best = state["best"]

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Save, where this epoch is the best so far."""
        del epoch
        value = (logs or {})["val_balanced_accuracy"]
        if value > self._best:
            self._best = value
            aside = self._path.with_name(f"aside-{self._path.name}")
            self._network.save_weights(aside)
            aside.replace(self._path)


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
