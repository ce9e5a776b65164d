"""A checkpoint after each epoch, so that a killed run goes on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import keras

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
