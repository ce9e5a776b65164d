"""One image, warm: our full analysis against the plain network and against textbook Grad-CAM."""

from __future__ import annotations

from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from tf_keras_vis.gradcam import Gradcam
from tf_keras_vis.utils.scores import CategoricalScore

from core.engine import EngineRequest, open_classifier
from core.images import decode, fit
from core.model import Bundle, Classifier, DeviceRequest
from core.model.build import network_from_bundle
from core.model.network import LAST_CONVOLUTION, build_backbone
from core.paths import examples_folder
from core.trust.quality import quality_of

OURS = "Lentigo: probabilities and heat maps of all classes"
REFERENCE = "the same under TensorFlow"
WHOLE = "Lentigo: from decoded pixels (600 x 450) to the analysis"
QUALITY = "of which the quality of the picture, on one core"
PLAIN = "plain compiled forward: logits alone"
TAPE = "model.predict, then a textbook gradient tape: one map"
VIS = "model.predict, then tf-keras-vis: one map"


def ways(bundle: Bundle) -> dict[str, Callable[[], object]]:
    """Build all ways of answering one decoded image with the same weights.

    Parameters
    ----------
    bundle : Bundle
        The model.

    Returns
    -------
    dict of str to callable
        The first is ours, as Lentigo runs on a CPU.
    """
    classifier = open_classifier(bundle, device=DeviceRequest.CPU, engine=EngineRequest.ONNXRUNTIME)
    reference = open_classifier(bundle, device=DeviceRequest.CPU, engine=EngineRequest.TENSORFLOW)
    picture = decode(min(examples_folder().glob("*.jpg")).read_bytes())
    placement = fit(picture.pixels, bundle.card.preprocessing.spec).placement
    batch = fitted(classifier, picture.pixels)
    network = network_from_bundle(bundle)
    single = float_network(bundle, network)
    return {
        OURS: lambda: classifier.runtime.run(batch),
        REFERENCE: lambda: reference.runtime.run(batch),
        WHOLE: lambda: classifier.analyse(picture),
        QUALITY: lambda: quality_of(picture, placement),
        PLAIN: plain_forward(network, batch),
        TAPE: predict_and_tape(single, batch),
        VIS: predict_and_vis(single, batch),
    }


def fitted(classifier: Classifier, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Bring pixels to the network's input, as a batch of one."""
    return fit(pixels, classifier.bundle.card.preprocessing.spec).pixels[np.newaxis]


def float_network(bundle: Bundle, network: keras.Model) -> keras.Model:
    """Rebuild the network as a notebook has it: float input, logits alone."""
    image = keras.Input(bundle.card.preprocessing.shape)
    _, values = build_backbone(image, blocks=bundle.card.network.blocks)
    for name in ("hidden", "logits"):
        if any(layer.name == name for layer in network.layers):
            units = network.get_layer(name).units
            activation = "relu" if name == "hidden" else None
            values = keras.layers.Dense(units, activation=activation, name=name)(values)
    twin = keras.Model(image, values)
    for layer in twin.layers[1:]:
        layer.set_weights(network.get_layer(layer.name).get_weights())
    return twin


def plain_forward(network: keras.Model, batch: NDArray[np.uint8]) -> Callable[[], object]:
    """Compile the network without its maps, in the same way as ours."""
    plain = keras.Model(network.input, network.output["logits"])
    signature = tf.TensorSpec((None, *batch.shape[1:]), tf.uint8)
    function = tf.function(lambda image: plain(image, training=False))
    compiled = function.get_concrete_function(signature)
    return lambda: compiled(tf.constant(batch)).numpy()


def predict_and_tape(network: keras.Model, batch: NDArray[np.uint8]) -> Callable[[], object]:
    """Answer as the usual notebook does."""
    features = network.get_layer(LAST_CONVOLUTION).output
    inner = keras.Model(network.input, [features, network.output])
    image = batch.astype(np.float32)

    def answer() -> object:
        finding = int(network.predict(image, verbose=0)[0].argmax())
        with tf.GradientTape() as tape:
            activations, logits = inner(image, training=False)
            score = logits[:, finding]
        weights = tf.reduce_mean(tape.gradient(score, activations), axis=(1, 2), keepdims=True)
        return tf.nn.relu(tf.reduce_sum(activations * weights, axis=-1)).numpy()

    return answer


def predict_and_vis(network: keras.Model, batch: NDArray[np.uint8]) -> Callable[[], object]:
    """Answer as the documentation of tf-keras-vis does, with a new object for each image."""
    image = batch.astype(np.float32)

    def answer() -> object:
        finding = int(network.predict(image, verbose=0)[0].argmax())
        explain = Gradcam(network, clone=True)
        return explain(CategoricalScore(finding), image, penultimate_layer=LAST_CONVOLUTION)

    return answer
