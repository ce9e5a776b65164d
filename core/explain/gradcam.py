"""Grad-CAM of every class at the price of the forward pass, without a gradient tape.

Behind VGG16's last convolution stand a 2x2 max-pool, a global average and one or two dense layers.
For such a head Grad-CAM's weight of channel k for class c, the mean over places of
d logit_c / d A_k, has a closed form: max-pooling sends each pooled cell's gradient to exactly one
place, so the mean over the h x w places of A is g_ck / (h w), with g_ck = d logit_c / d pooled_k,
a product of the head's own matrices. The heat maps of all classes are therefore ordinary forward
operations, which any runtime can execute.
"""

from __future__ import annotations

from collections.abc import Sequence

import keras
from keras import ops


class ClosedFormGradCam(keras.layers.Layer):
    """Signed raw heat maps of all classes, from the head's own weights.

    Parameters
    ----------
    head : sequence of Dense
        The one or two dense layers behind the global average: ``(logits,)`` or
        ``(hidden with ReLU, logits)``.

    Notes
    -----
    ``map[c, y, x] = sum_k A[y, x, k] g[c, k] / (h w)``: in logit units per place, signed. The
    positive part is Grad-CAM [1]_; the difference of two classes' maps is "why this rather than
    that". It explains logits, never softmax outputs: a softmax saturates, and then the map of a
    certain finding would go black.

    References
    ----------
    .. [1] Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based
       Localization", ICCV 2017, doi:10.1109/ICCV.2017.74.
    """

    def __init__(self, head: Sequence[keras.layers.Dense], *, name: str | None = None) -> None:
        super().__init__(name=name, trainable=False)
        if len(head) not in (1, 2):
            raise ValueError(f"The head has one or two dense layers, not {len(head)}.")
        self._head = tuple(head)

    def call(self, features: keras.KerasTensor, hidden: keras.KerasTensor) -> keras.KerasTensor:
        """Compute the maps.

        Parameters
        ----------
        features : tensor
            Activations of the last convolution after its ReLU, (batch, h, w, channels).
        hidden : tensor
            What enters the logits layer, (batch, units): the pooled features, or the hidden
            layer's output.

        Returns
        -------
        tensor
            Signed heat maps in logit units, (batch, classes, h, w).
        """
        _, height, width, channels = features.shape
        gradient = self._pooled_gradient(hidden)
        places = ops.reshape(features, (-1, height * width, channels))
        maps = ops.matmul(gradient, ops.transpose(places, (0, 2, 1))) / (height * width)
        return ops.reshape(maps, (-1, maps.shape[1], height, width))

    def _pooled_gradient(self, hidden: keras.KerasTensor) -> keras.KerasTensor:
        """Differentiate each logit by each pooled feature: (1 or batch, classes, channels)."""
        logits_kernel = ops.transpose(ops.convert_to_tensor(self._head[-1].kernel))
        if len(self._head) == 1:
            return ops.expand_dims(logits_kernel, 0)
        active = ops.cast(hidden > 0, hidden.dtype)
        weights = ops.expand_dims(active, 1) * ops.expand_dims(logits_kernel, 0)
        return ops.matmul(weights, ops.transpose(ops.convert_to_tensor(self._head[0].kernel)))

    def compute_output_shape(
        self, features_shape: tuple[int | None, ...], hidden_shape: tuple[int | None, ...]
    ) -> tuple[int | None, ...]:
        """Shape of the maps: (batch, classes, h, w)."""
        del hidden_shape
        batch, height, width, _ = features_shape
        return (batch, self._head[-1].units, height, width)
