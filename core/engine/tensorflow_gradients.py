"""Explanations that need gradients: tf-keras-vis on the network with floats for pixels.

tf-keras-vis 0.8 runs under Keras 3 with two precautions. It hands its input over as a list, of
which Keras 3 warns unless the model was built with one (`core.model.network.build_scores`); and its
tape starts at the input, which must be floats. It builds a new model at every call, a fifth of a
second, which is why the default method does without.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from tf_keras_vis.gradcam_plus_plus import GradcamPlusPlus
from tf_keras_vis.layercam import Layercam
from tf_keras_vis.saliency import Saliency

from core.errors import InferenceError
from core.explain.methods import Target
from core.language import say
from core.model.build import scores_from_bundle
from core.model.bundle import Bundle

Floats = NDArray[np.float32]


class TensorFlowGradients:
    """Gradients of a bundle's network: see `core.explain.methods.Gradients`.

    Parameters
    ----------
    bundle : Bundle
        The verified model.

    Raises
    ------
    BundleDamaged
        If the weights do not fit the network on the card.
    """

    def __init__(self, bundle: Bundle) -> None:
        self._network = scores_from_bundle(bundle)
        self._layer = bundle.card.network.last_convolution
        layer = self._network.get_layer(self._layer)
        self._features = type(self._network)(self._network.inputs, layer.output)

    def features(self, pixels: NDArray[np.uint8]) -> Floats:
        """Activations of the last convolution, (batch, rows, columns, channels)."""
        return _answered(lambda: self._features([pixels.astype(np.float32)], training=False))

    def grad_cam_plus_plus(self, pixels: NDArray[np.uint8], target: Target) -> Floats:
        """Grad-CAM++ of one image, (rows, columns), in logit units.

        The score's exponential, by which the method multiplies, is taken relative to the score
        itself: it is the same for all places, and would overflow or vanish.
        """
        return self._activation_map(GradcamPlusPlus, pixels, _relative(_score(target)))

    def layer_cam(self, pixels: NDArray[np.uint8], target: Target) -> Floats:
        """LayerCAM of one image, (rows, columns), in logit units."""
        return self._activation_map(Layercam, pixels, _score(target))

    def saliency(self, pixels: Floats, target: Target) -> Floats:
        """Signed gradients by the pixels of a batch, of its shape."""
        method = Saliency(self._network, clone=False)
        return _answered(
            lambda: method(
                _score(target), pixels, keepdims=True, gradient_modifier=None, normalize_map=False
            )
        )

    def _activation_map(
        self,
        kind: type[GradcamPlusPlus],
        pixels: NDArray[np.uint8],
        score: Callable[[tf.Tensor], tf.Tensor],
    ) -> Floats:
        method = kind(self._network, clone=False)
        seed = pixels[np.newaxis].astype(np.float32)
        found = _answered(
            lambda: method(
                score,
                seed,
                penultimate_layer=self._layer,
                seek_penultimate_conv_layer=False,
                expand_cam=False,
                normalize_cam=False,
            )
        )
        (values,) = found
        return np.asarray(values, np.float32)


def _score(target: Target) -> Callable[[tf.Tensor], tf.Tensor]:
    return lambda logits: target.of(tf.transpose(logits))


def _relative(score: Callable[[tf.Tensor], tf.Tensor]) -> Callable[[tf.Tensor], tf.Tensor]:
    def relative(logits: tf.Tensor) -> tf.Tensor:
        value = score(logits)
        return value - tf.stop_gradient(value)

    return relative


def _answered(compute: Callable[[], object]) -> Floats:
    try:
        return np.asarray(compute(), np.float32)
    except tf.errors.OpError as error:
        raise InferenceError(
            say(
                "TensorFlow could not explain this image. It says: {message}", message=error.message
            ),
            value=type(error).__name__,
        ) from error
