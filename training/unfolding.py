"""Giving a network batch norms again: what ships has none, and would learn worse so."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from core.model.bundle import Weights
from training.errors import WeightsError

_BATCH = 16
_SHORTEST = 1e-4  # a dead channel is not scaled up to the others


def unfold_batch_norm(
    network: keras.Model, weights: Weights, pixels: NDArray[np.uint8], *, origin: Path
) -> None:
    """Give a VGG16 with batch norms the weights of one without; it answers alike.

    The inverse of `training.export.folding.fold_batch_norm`, but that the statistics, which are
    gone, are measured anew on `pixels`.

    Parameters
    ----------
    network : keras.Model
        From `training.distillation.build_student`. Its classifier is left as it is.
    weights : dict of str to ndarray
        By ``layer/kernel`` and ``layer/bias``.
    pixels : ndarray of uint8
        Images of the kind that it will be trained on, (n, height, width, 3).
    origin : Path
        Where the weights are from, for the error.

    Raises
    ------
    WeightsError
        If `network` has other convolutions.
    """
    convolutions = [one for one in network.layers if isinstance(one, keras.layers.Conv2D)]
    norms = [network.get_layer(f"{one.name}_norm") for one in convolutions]
    for convolution, norm in zip(convolutions, norms, strict=True):
        kernel, bias = (weights.get(f"{convolution.name}/{kind}") for kind in ("kernel", "bias"))
        if kernel is None or bias is None or kernel.shape != tuple(convolution.kernel.shape):
            raise WeightsError(
                f"The model in {origin} is another network: it has no {convolution.name} of this "
                "size.",
                value=origin,
            )
        ones, zeros = np.ones_like(bias), np.zeros_like(bias)
        convolution.set_weights([kernel])
        norm.set_weights([ones, bias, zeros, ones - norm.epsilon])
    outputs = keras.Model(network.input, [convolution.output for convolution in convolutions])
    statistics = _statistics(outputs, pixels)
    for convolution, norm, (mean, variance) in zip(convolutions, norms, statistics, strict=True):
        kernel, bias = (weights[f"{convolution.name}/{kind}"] for kind in ("kernel", "bias"))
        scale = _scale(kernel)
        convolution.set_weights([kernel * scale])
        moving = variance * scale**2
        gamma = np.sqrt(moving + norm.epsilon) / scale
        norm.set_weights([gamma, bias + mean, mean * scale, moving])


def _scale(kernel: NDArray[np.float32]) -> NDArray[np.float32]:
    """Find the factor of each channel that makes its kernel as long as a random one of He's.

    A batch norm undoes any factor, but the shorter a kernel, the farther a step of training goes.
    """
    flat = kernel.reshape(-1, kernel.shape[-1])
    return np.asarray(np.sqrt(2) / np.maximum(np.linalg.norm(flat, axis=0), _SHORTEST), np.float32)


def _statistics(
    outputs: keras.Model, pixels: NDArray[np.uint8]
) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Mean and variance of each channel of each output, over all images and places."""
    sums: list[NDArray[np.float64]] = []
    counts: list[int] = []
    for start in range(0, len(pixels), _BATCH):
        answered = outputs(pixels[start : start + _BATCH].astype(np.float32), training=False)
        parts = [_moments(values) for values in answered]
        sums = parts if not sums else [one + part for one, part in zip(sums, parts, strict=True)]
        sizes = [int(np.prod(values.shape[:3])) for values in answered]
        counts = sizes if not counts else [a + b for a, b in zip(counts, sizes, strict=True)]
    means = [total / count for total, count in zip(sums, counts, strict=True)]
    return [
        (first.astype(np.float32), (second - first**2).clip(0).astype(np.float32))
        for first, second in means
    ]


def _moments(values: keras.KerasTensor) -> NDArray[np.float64]:
    """Add up the values and their squares by channel, (2, channels)."""
    exact = ops.cast(values, "float32")
    both = ops.stack([ops.sum(exact, axis=(0, 1, 2)), ops.sum(exact**2, axis=(0, 1, 2))])
    return np.asarray(ops.convert_to_numpy(both), np.float64)
