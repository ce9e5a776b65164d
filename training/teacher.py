"""The teacher: MobileNetV2, from a file of ImageNet weights, fine-tuned before it teaches.

VGG16's ImageNet weights cannot be had offline; MobileNetV2's lie in a NumPy archive with the batch
norms already folded into the convolutions.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from training.errors import WeightsError

FloatArray = NDArray[np.float32]

_BN_EPSILON = 1e-3  # Keras' own value in this architecture.


class FixedStatistics(keras.layers.Layer):
    """A network whose batch norms never leave inference mode, while all its weights may be trained.

    A functional model overrides ``training=False`` given at its construction with the caller's
    mode; a layer without that argument does not.
    """

    def __init__(self, network: keras.Model, *, name: str) -> None:
        super().__init__(name=name)
        self._network = network

    def call(self, images: keras.KerasTensor) -> keras.KerasTensor:
        """Apply the network in inference mode."""
        return self._network(images, training=False)


def build_mobilenetv2(
    shape: tuple[int, int], *, classes: int, weights: Path | None = None
) -> keras.Model:
    """Build MobileNetV2 [1]_ with a fresh classifier.

    Parameters
    ----------
    shape : tuple of int
        Input height and width, pixels; multiples of 32.
    classes : int
        Number of classes.
    weights : Path, optional
        NumPy archive with arrays ``NNN_OP_W`` and ``NNN_OP_b`` in graph order; random otherwise.

    Returns
    -------
    keras.Model
        Takes RGB 0 to 255, (batch, height, width, 3); gives a dict of float32 tensors ``logits``
        (batch, classes) and ``embedding`` (batch, 1280). The batch norms run in inference mode
        always: the archive has their statistics folded in, so there is nothing to update.

    Raises
    ------
    WeightsError
        If the archive does not fit the architecture.

    References
    ----------
    .. [1] Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", CVPR 2018,
       doi:10.1109/CVPR.2018.00474.
    """
    base = keras.applications.MobileNetV2(
        input_shape=(*shape, 3), include_top=False, weights=None, pooling=None
    )
    if weights is not None:
        load_folded_weights(base, weights)
    image = keras.Input((*shape, 3), name="image")
    scaled = keras.layers.Rescaling(1 / 127.5, offset=-1.0, name="scale")(image)
    values = FixedStatistics(base, name="base")(scaled)
    embedding = keras.layers.GlobalAveragePooling2D(name="embedding", dtype="float32")(values)
    dropped = keras.layers.Dropout(0.2, name="dropout", dtype="float32")(embedding)
    logits = keras.layers.Dense(classes, name="logits", dtype="float32")(dropped)
    return keras.Model(image, {"logits": logits, "embedding": embedding}, name="mobilenetv2")


def load_folded_weights(base: keras.Model, path: Path) -> None:
    """Give the archive's weights to `base`, a Keras MobileNetV2 without its classifier.

    Raises
    ------
    WeightsError
        If the archive cannot be read, or an array is missing or has another shape.
    """
    kernels, biases = _arrays(path)
    convolutions = [
        layer
        for layer in base.layers
        if isinstance(layer, keras.layers.Conv2D | keras.layers.DepthwiseConv2D)
    ]
    norms = [layer for layer in base.layers if isinstance(layer, keras.layers.BatchNormalization)]
    if not len(convolutions) == len(norms) <= len(kernels) == len(biases):
        raise WeightsError(
            f"{path} holds {len(kernels)} convolutions, but MobileNetV2 has {len(convolutions)}.",
            value=path,
        )
    for convolution, norm, kernel, bias in zip(convolutions, norms, kernels, biases, strict=False):
        _set_pair(convolution, norm, kernel=kernel, bias=bias, path=path)


def _arrays(path: Path) -> tuple[list[FloatArray], list[FloatArray]]:
    """Kernels and biases, in graph order."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            names = sorted(archive.files)
            kernels = [archive[name] for name in names if name.endswith("_W")]
            return kernels, [archive[name] for name in names if name.endswith("_b")]
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise WeightsError(f"{path} cannot be read as weights: {error}.", value=path) from error


def _set_pair(
    convolution: keras.layers.Layer,
    norm: keras.layers.Layer,
    *,
    kernel: FloatArray,
    bias: FloatArray,
    path: Path,
) -> None:
    # OHWI, or (1, 3, 3, C) for depthwise kernels, whose Keras layout is (3, 3, C, 1). Both move
    # the first axis to the end.
    moved = np.moveaxis(kernel, 0, -1)
    expected = tuple(convolution.kernel.shape)
    if moved.shape != expected:
        raise WeightsError(
            f"{path} does not fit MobileNetV2: {convolution.name} needs {expected}, "
            f"the file has {moved.shape}.",
            value=path,
        )
    convolution.set_weights([moved])
    ones, zeros = np.ones_like(bias), np.zeros_like(bias)
    norm.set_weights([ones, bias, zeros, ones - _BN_EPSILON])
