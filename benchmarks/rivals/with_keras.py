"""TensorFlow as notebooks use it: the same network as a saved Keras model, and three ways to ask.

``plain`` compiles the forward pass, and gives no map; ``tape`` is `model.predict` with the textbook
gradient tape; ``vis`` is `model.predict` with tf-keras-vis, as its documentation has it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # its start-up chatter is not ours

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from benchmarks.rivals.talk import NETWORK, Answer, Task, serve

Batch = NDArray[np.float32]
Ask = Callable[[Batch], tuple[NDArray[np.float32], Any]]


def ask_plainly(network: keras.Model) -> Ask:
    """Compile the forward pass: logits alone."""
    signature = tf.TensorSpec((1, *network.input_shape[1:]), tf.float32)
    function = tf.function(lambda image: network(image, training=False))
    compiled = function.get_concrete_function(signature)
    return lambda batch: (compiled(tf.constant(batch)).numpy()[0], None)


def ask_with_tape(network: keras.Model) -> Ask:
    """Answer as the usual notebook does."""
    features = network.get_layer(_last(network)).output
    inner = keras.Model(network.input, [features, network.output])

    def ask(batch: Batch) -> tuple[NDArray[np.float32], Any]:
        logits = network.predict(batch, verbose=0)[0]
        with tf.GradientTape() as tape:
            activations, scores = inner(batch, training=False)
            score = scores[:, int(logits.argmax())]
        weights = tf.reduce_mean(tape.gradient(score, activations), axis=(1, 2), keepdims=True)
        return logits, tf.nn.relu(tf.reduce_sum(activations * weights, axis=-1)).numpy()

    return ask


def ask_with_vis(network: keras.Model) -> Ask:
    """Answer as the documentation of tf-keras-vis does: one object explains every image."""
    from tf_keras_vis.gradcam import Gradcam
    from tf_keras_vis.utils.scores import CategoricalScore

    explain = Gradcam(network, clone=True)

    def ask(batch: Batch) -> tuple[NDArray[np.float32], Any]:
        logits = network.predict(batch, verbose=0)[0]
        score = CategoricalScore(int(logits.argmax()))
        return logits, explain(score, batch, penultimate_layer=_last(network))

    return ask


def _last(network: keras.Model) -> str:
    return max(str(layer.name) for layer in network.layers if "conv" in layer.name)


WAYS: Final = {"plain": ask_plainly, "tape": ask_with_tape, "vis": ask_with_vis}


def open_way(task: Task, way: str) -> Answer:
    """Load the saved model."""
    ask = WAYS[way](keras.saving.load_model(task.folder / NETWORK, compile=False))

    def answer(path: Path) -> list[float]:
        logits, _ = ask(task.pixels(path)[np.newaxis].astype(np.float32))
        return task.probabilities(logits)

    return answer


if __name__ == "__main__":
    sys.exit(serve(open_way, f"TensorFlow {tf.__version__}, Keras {keras.__version__}"))
