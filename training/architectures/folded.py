"""MobileNetV2's ImageNet weights from a NumPy archive, batch norms folded into the convolutions.

VGG16's ImageNet weights cannot be had offline; these can.
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
