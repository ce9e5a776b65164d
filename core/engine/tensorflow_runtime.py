"""The reference runtime: TensorFlow through Keras.

The import of TensorFlow takes seconds, so this module is itself imported only when a runtime is
wanted.
"""

from __future__ import annotations

import os
from typing import Final

from core.language import say

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # its start-up chatter is not ours
os.environ["KERAS_BACKEND"] = "tensorflow"  # whatever the user's own Keras is set to

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from core.engine.tensorflow_devices import choose_device
from core.errors import InferenceError
from core.model.build import network_from_bundle
from core.model.bundle import Bundle
from core.model.runtime import DeviceRequest, RawAnswer, require_shape
from core.results import Engine, Precision

# The rest of what a user's keras.json may say would change the network.
keras.config.set_floatx("float32")
keras.config.set_image_data_format("channels_last")

_POLICIES: Final = {Precision.FLOAT32: None, Precision.BFLOAT16: "mixed_bfloat16"}


class TensorFlowRuntime:
    """A bundle's network, compiled by TensorFlow.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    request : DeviceRequest
        What to run on.
    precision : Precision
        In what numbers the convolutions compute: float32 or bfloat16.

    Attributes
    ----------
    engine : Engine
        TensorFlow.
    choice : DeviceChoice
        What it runs on, and why.

    Raises
    ------
    BundleDamaged
        If the weights do not fit the network on the card.
    DeviceUnavailable
        If a GPU is demanded and none works.
    """

    engine = Engine.TENSORFLOW

    def __init__(
        self,
        bundle: Bundle,
        *,
        request: DeviceRequest = DeviceRequest.AUTO,
        precision: Precision = Precision.FLOAT32,
    ) -> None:
        self.choice = choose_device(request)
        self._shape = bundle.card.preprocessing.shape
        self._place = f"/{self.choice.device.upper()}:0"
        with tf.device(self._place):
            network = network_from_bundle(bundle, policy=_POLICIES[precision])
            self._function = _compile(network, self._shape)
        # The first run reserves memory and picks kernels; no user's image should wait for that.
        self.run(np.zeros((1, *self._shape), np.uint8))

    def run(self, pixels: NDArray[np.uint8]) -> RawAnswer:
        """Execute the network: see `core.model.runtime.Runtime.run`."""
        require_shape(pixels, self._shape)
        try:
            with tf.device(self._place):
                answer = self._function(tf.constant(pixels))
            return RawAnswer(**{name: value.numpy() for name, value in answer.items()})
        except tf.errors.OpError as error:
            raise InferenceError(
                say(
                    "TensorFlow could not analyse this image; start Lentigo again, and if that "
                    "does not help, choose the CPU. It says: {message}",
                    message=error.message,
                ),
                value=type(error).__name__,
            ) from error


def _compile(
    network: keras.Model, shape: tuple[int, int, int]
) -> tf.types.experimental.ConcreteFunction:
    signature = tf.TensorSpec((None, *shape), tf.uint8, name="image")
    # AutoGraph would find nothing to convert, and leave a file behind when the process is killed.
    function = tf.function(lambda image: network(image, training=False), autograph=False)
    return function.get_concrete_function(signature)
