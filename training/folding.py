"""Folding batch norm into convolutions: what ships is plain VGG16."""

from __future__ import annotations

import keras
import numpy as np
from numpy.typing import NDArray

from core.model.bundle import Weights


def fold_batch_norm(student: keras.Model) -> Weights:
    """Take the weights of a trained student, as the network without batch norm needs them.

    A convolution without bias, followed by ``gamma (x - mean) / sqrt(variance + epsilon) + beta``,
    is a convolution with kernel ``k gamma / sqrt(variance + epsilon)`` and bias
    ``beta - gamma mean / sqrt(variance + epsilon)`` [1]_.

    Parameters
    ----------
    student : keras.Model
        From `training.distillation.build_student`.

    Returns
    -------
    dict of str to ndarray of float32
        By ``layer/kernel`` and ``layer/bias``.

    References
    ----------
    .. [1] Jacob et al., "Quantization and Training of Neural Networks for Efficient
       Integer-Arithmetic-Only Inference", CVPR 2018, doi:10.1109/CVPR.2018.00286, section 3.2.
    """
    weights: Weights = {}
    for layer in student.layers:
        if isinstance(layer, keras.layers.Conv2D):
            norm = student.get_layer(f"{layer.name}_norm")
            weights |= _folded(layer, norm)
        elif isinstance(layer, keras.layers.Dense):
            weights[f"{layer.name}/kernel"] = _array(layer.kernel)
            weights[f"{layer.name}/bias"] = _array(layer.bias)
    return weights


def _folded(convolution: keras.layers.Conv2D, norm: keras.layers.BatchNormalization) -> Weights:
    gamma, beta = _array(norm.gamma), _array(norm.beta)
    factor = gamma / np.sqrt(_array(norm.moving_variance) + norm.epsilon)
    return {
        f"{convolution.name}/kernel": _array(convolution.kernel) * factor,
        f"{convolution.name}/bias": beta - factor * _array(norm.moving_mean),
    }


def _array(variable: keras.Variable) -> NDArray[np.float32]:
    return np.asarray(keras.ops.convert_to_numpy(variable), dtype=np.float32)
