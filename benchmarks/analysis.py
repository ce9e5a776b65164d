"""One image, warm: our full analysis against the plain network and against textbook Grad-CAM."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from benchmarks.rivals.with_keras import ask_with_tape, ask_with_vis
from core.engine import EngineRequest, open_classifier
from core.images import decode, fit
from core.model import Bundle, Classifier, DeviceRequest
from core.model.build import network_from_bundle
from core.model.network import build_backbone
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
        TAPE: partial(ask_with_tape(single), batch.astype(np.float32)),
        VIS: partial(ask_with_vis(single), batch.astype(np.float32)),
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
