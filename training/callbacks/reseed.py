"""Random numbers that a run which goes on draws as if it had never stopped."""

from __future__ import annotations

from collections.abc import Iterator

import keras
import numpy as np


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
