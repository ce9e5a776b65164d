"""Adapter to tensorboardX: event files that TensorBoard reads, whatever the back end."""

from __future__ import annotations

from pathlib import Path

import keras
from tensorboardX import SummaryWriter


class Board(keras.callbacks.Callback):
    """Writes each epoch's figures where TensorBoard reads them, whatever the back end.

    Parameters
    ----------
    folder : Path
        For its event files.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        """Write."""
        # Opened anew each time: a writer keeps a thread, and a kill would cost what it has queued.
        with SummaryWriter(str(self._folder)) as writer:
            for name, value in (logs or {}).items():
                writer.add_scalar(name, value, epoch + 1)
