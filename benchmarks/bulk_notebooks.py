"""How notebooks go through thousands of files with TensorFlow: one by one, and with ``tf.data``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from core.model import Bundle

NOTEBOOK: Final = "a notebook: load_img, model.predict; a class, no map"
PIPELINE: Final = "tf.data in batches of 32, model.predict; a class, no map"
_BATCH: Final = 32


def notebooks(bundle: Bundle, paths: Sequence[Path]) -> dict[str, Callable[[], list[Any]]]:
    """Build both ways; each gives a class for each file."""
    from benchmarks.analysis import float_network
    from core.model.build import network_from_bundle

    network = float_network(bundle, network_from_bundle(bundle))
    height, width, _ = bundle.card.preprocessing.shape
    return {
        NOTEBOOK: lambda: one_by_one(network, paths, size=(height, width)),
        PIPELINE: lambda: in_batches(network, paths, size=(height, width)),
    }


def one_by_one(network: Any, paths: Sequence[Path], *, size: tuple[int, int]) -> list[int]:  # noqa: ANN401 - Keras ships no types for models
    """Answer as Keras' first examples do."""
    import keras

    found = []
    for path in paths:
        image = keras.utils.img_to_array(keras.utils.load_img(path, target_size=size))
        found.append(int(network.predict(image[np.newaxis], verbose=0)[0].argmax()))
    return found


def in_batches(network: Any, paths: Sequence[Path], *, size: tuple[int, int]) -> list[int]:  # noqa: ANN401 - as above
    """Answer as TensorFlow's guide to fast input advises: decoding in parallel and ahead."""
    import tensorflow as tf

    def read(path: Any) -> Any:  # noqa: ANN401 - a tensor
        pixels = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
        return tf.image.resize(pixels, size)

    files = tf.data.Dataset.from_tensor_slices([str(path) for path in paths])
    images = files.map(read, num_parallel_calls=tf.data.AUTOTUNE).batch(_BATCH)
    logits = network.predict(images.prefetch(tf.data.AUTOTUNE), verbose=0)
    return [int(one) for one in logits.argmax(axis=1)]
