"""A network inside a network whose batch norms stay as they are."""

from __future__ import annotations

import keras


class FixedStatistics(keras.layers.Layer):
    """A network whose batch norms never leave inference mode, while all its weights may be trained.

    A functional model overrides ``training=False`` given at its construction with the caller's
    mode; a layer without that argument does not.
    """

    def __init__(self, network: keras.Model, *, name: str) -> None:
        super().__init__(name=name)
        self._network = network

    @property
    def network(self) -> keras.Model:
        """What stands in it."""
        return self._network

    def call(self, images: keras.KerasTensor) -> keras.KerasTensor:
        """Apply the network in inference mode."""
        return self._network(images, training=False)
