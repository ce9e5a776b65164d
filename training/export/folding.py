"""Folding batch norm into convolutions: what ships is plain VGG16."""

from __future__ import annotations

from collections.abc import Iterator

import keras
import numpy as np
from numpy.typing import NDArray

from core.model.bundle import Weights
from training.architectures.fixed import FixedStatistics


def fold_batch_norm(network: keras.Model) -> Weights:
    """Take the weights of a trained VGG16, as the network without batch norm needs them.

    A convolution without bias, followed by ``gamma (x - mean) / sqrt(variance + epsilon) + beta``,
    is a convolution with kernel ``k gamma / sqrt(variance + epsilon)`` and bias
    ``beta - gamma mean / sqrt(variance + epsilon)`` [1]_.

    Parameters
    ----------
    network : keras.Model
        From `training.distillation.build_student`, or VGG16 from `training.architectures.build`,
        whose convolutions stand in a model of their own and have no batch norms where they came
        trained.

    Returns
    -------
    dict of str to ndarray of float32
        By ``layer/kernel`` and ``layer/bias``.

    References
    ----------
    .. [1] Jacob et al., "Quantization and Training of Neural Networks for Efficient
       Integer-Arithmetic-Only Inference", CVPR 2018, doi:10.1109/CVPR.2018.00286, section 3.2.
    """
    layers = {layer.name: layer for layer in _layers(network)}
    weights: Weights = {}
    for name, layer in layers.items():
        norm = layers.get(f"{name}_norm")
        if isinstance(layer, keras.layers.Conv2D) and norm is not None:
            weights |= _folded(layer, norm)
        elif isinstance(layer, keras.layers.Conv2D | keras.layers.Dense):
            weights[f"{name}/kernel"] = _array(layer.kernel)
            weights[f"{name}/bias"] = _array(layer.bias)
    return weights


def blocks_of(weights: Weights) -> tuple[tuple[int, int], ...]:
    """Convolutions and channels of each block, as the names and shapes of the weights tell."""
    blocks: list[tuple[int, int]] = []
    while f"block{len(blocks) + 1}_conv1/kernel" in weights:
        start = f"block{len(blocks) + 1}_conv"
        kernels = [name for name in weights if name.startswith(start) and name.endswith("/kernel")]
        blocks.append((len(kernels), int(weights[kernels[0]].shape[-1])))
    return tuple(blocks)


def _layers(network: keras.Model) -> Iterator[keras.layers.Layer]:
    """Yield all layers in order, those of networks within it in their place."""
    for layer in network.layers:
        inner = layer.network if isinstance(layer, FixedStatistics) else layer
        if isinstance(inner, keras.Model):
            yield from _layers(inner)
        else:
            yield inner


def _folded(convolution: keras.layers.Conv2D, norm: keras.layers.Layer) -> Weights:
    gamma, beta = _array(norm.gamma), _array(norm.beta)
    factor = gamma / np.sqrt(_array(norm.moving_variance) + norm.epsilon)
    return {
        f"{convolution.name}/kernel": _array(convolution.kernel) * factor,
        f"{convolution.name}/bias": beta - factor * _array(norm.moving_mean),
    }


def _array(variable: keras.Variable) -> NDArray[np.float32]:
    return np.asarray(keras.ops.convert_to_numpy(variable), dtype=np.float32)
