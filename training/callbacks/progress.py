"""Where a training is, and how long it will take."""

from __future__ import annotations

import time

import keras

from training.console import say


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
