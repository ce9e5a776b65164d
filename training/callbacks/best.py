"""The weights of the best epoch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras


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
