"""Our Grad-CAM against two others: a gradient tape, and tf-keras-vis.

Equal means: within 1e-4 of the largest absolute signed value.
"""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf
from numpy.typing import NDArray
from tf_keras_vis.gradcam import Gradcam
from tf_keras_vis.utils.scores import CategoricalScore

from core.explain.gradcam import ClosedFormGradCam
from core.model.architecture import BLOCKS, Architecture
from core.model.network import build_backbone, build_network
from tests.core.explain.pictures import PICTURES

SMALL = ((2, 8), (2, 12), (1, 16))
CASES = [
    pytest.param(
        Architecture(height, width, 7, hidden=hidden, blocks=SMALL), id=f"{height}x{width}-{hidden}"
    )
    for height, width in ((32, 32), (48, 64), (37, 53), (33, 40))
    for hidden in (None, 11)
]


def network(architecture: Architecture, *, seed: int = 3) -> keras.Model:
    keras.utils.set_random_seed(seed)
    built = build_network(architecture)
    generator = np.random.default_rng(seed)
    for variable in built.trainable_variables:  # fresh biases are 0, which would hide mistakes
        variable.assign(variable.numpy() + generator.normal(0, 0.1, variable.shape))
    return built


def float_twin(model: keras.Model, architecture: Architecture) -> keras.Model:
    """Rebuild `model` for tf-keras-vis: its tape starts at the input, which must be floats."""
    image = keras.Input((architecture.height, architecture.width, 3))
    _, values = build_backbone(image, blocks=architecture.blocks)
    if architecture.hidden is not None:
        values = keras.layers.Dense(architecture.hidden, activation="relu", name="hidden")(values)
    twin = keras.Model(image, keras.layers.Dense(architecture.classes, name="logits")(values))
    for layer in twin.layers[1:]:
        layer.set_weights(model.get_layer(layer.name).get_weights())
    return twin


def last_convolution(architecture: Architecture) -> str:
    return f"block{len(architecture.blocks)}_conv{architecture.blocks[-1][0]}"


def by_tape(
    model: keras.Model, layer: str, image: NDArray[np.uint8], index: int
) -> NDArray[np.float32]:
    """Textbook Grad-CAM before its ReLU: mean gradient times activation, summed over channels."""
    inner = keras.Model(model.input, [model.get_layer(layer).output, model.output["logits"]])
    with tf.GradientTape() as tape:
        features, logits = inner(image[np.newaxis])
        score = logits[0, index]
    gradient = tape.gradient(score, features)
    if gradient is None:
        pytest.fail("the tape did not see the features")
    weights = tf.reduce_mean(gradient, axis=(1, 2), keepdims=True)
    heat: NDArray[np.float32] = tf.reduce_sum(features * weights, axis=-1)[0].numpy()
    return heat


def assert_equal(
    ours: NDArray[np.float32], other: NDArray[np.float32], signed: NDArray[np.float32]
) -> None:
    assert ours.shape == other.shape
    assert np.abs(ours - other).max() <= 1e-4 * np.abs(signed).max()


@pytest.mark.parametrize("architecture", CASES)
@pytest.mark.parametrize("picture", PICTURES)
def test_equals_a_gradient_tape_for_every_class(architecture: Architecture, picture: str) -> None:
    model = network(architecture)
    image = PICTURES[picture](architecture.height, architecture.width)
    maps = model(image[np.newaxis])["heat_maps"][0].numpy()
    assert np.abs(maps).max() > 0
    for index in range(architecture.classes):
        tape = by_tape(model, last_convolution(architecture), image, index)
        assert_equal(maps[index], tape, signed=tape)


@pytest.mark.parametrize("architecture", CASES[::3])
def test_equals_tf_keras_vis(architecture: Architecture) -> None:
    model = network(architecture)
    image = PICTURES["gradient"](architecture.height, architecture.width)
    maps = model(image[np.newaxis])["heat_maps"][0].numpy()
    oracle = Gradcam(float_twin(model, architecture), clone=False)
    for index in range(architecture.classes):
        for signed, modify in ((True, lambda cam: cam), (False, lambda cam: np.maximum(cam, 0))):
            theirs = oracle(
                CategoricalScore(index),
                image[np.newaxis].astype(np.float32),
                penultimate_layer=last_convolution(architecture),
                activation_modifier=modify,
                expand_cam=False,
                normalize_cam=False,
            )[0]
            ours = maps[index] if signed else np.maximum(maps[index], 0)
            assert_equal(ours, np.asarray(theirs), signed=maps[index])


def test_vgg16_at_the_size_that_ships_equals_a_gradient_tape() -> None:
    model = network(Architecture(96, 128, 7))
    image = PICTURES["noise"](96, 128)
    maps = model(image[np.newaxis])["heat_maps"][0].numpy()
    assert maps.shape == (7, 6, 8)
    for index in (0, 6):
        tape = by_tape(model, "block5_conv3", image, index)
        assert_equal(maps[index], tape, signed=tape)


@pytest.mark.parametrize("hidden", [None, 11])
def test_a_certain_finding_keeps_its_map(hidden: int | None) -> None:
    """Where softmax is exactly 1.0 its own gradient is 0; the logit's is not."""
    architecture = Architecture(32, 40, 4, hidden=hidden, blocks=SMALL)
    model = network(architecture)
    logits = model.get_layer("logits")
    logits.bias.assign([0.0, 200.0, 0.0, 0.0])
    image = PICTURES["noise"](32, 40)
    answer = model(image[np.newaxis])
    assert keras.ops.softmax(answer["logits"])[0, 1] == 1.0
    tape = by_tape(model, last_convolution(architecture), image, 1)
    assert np.abs(tape).max() > 0
    assert_equal(answer["heat_maps"][0, 1].numpy(), tape, signed=tape)


def test_a_class_that_nothing_speaks_for_has_an_empty_positive_part_on_both_sides() -> None:
    architecture = Architecture(32, 40, 3, blocks=SMALL)
    model = network(architecture)
    kernel = model.get_layer("logits").kernel
    kernel.assign(np.concatenate([-np.abs(kernel.numpy()[:, :1]), kernel.numpy()[:, 1:]], axis=1))
    image = PICTURES["noise"](32, 40)
    ours = model(image[np.newaxis])["heat_maps"][0, 0].numpy()
    tape = by_tape(model, last_convolution(architecture), image, 0)
    assert ours.min() < 0
    assert np.maximum(ours, 0).max() == 0
    assert np.maximum(tape, 0).max() == 0
    assert_equal(ours, tape, signed=tape)


def test_one_batch_answers_as_single_images_do() -> None:
    architecture = Architecture(32, 40, 5, hidden=6, blocks=SMALL)
    model = network(architecture)
    images = np.stack([make(32, 40) for make in PICTURES.values()])
    together = model(images)["heat_maps"].numpy()
    for image, maps in zip(images, together, strict=True):
        np.testing.assert_allclose(model(image[np.newaxis])["heat_maps"][0], maps, atol=1e-5)


def test_difference_of_two_maps_explains_the_difference_of_two_logits() -> None:
    architecture = Architecture(32, 40, 5, blocks=SMALL)
    model = network(architecture)
    image = PICTURES["noise"](32, 40)
    maps = model(image[np.newaxis])["heat_maps"][0].numpy()
    kernel = model.get_layer("logits").kernel
    columns = kernel.numpy()
    columns[:, 0] -= columns[:, 1]
    kernel.assign(columns)
    difference = model(image[np.newaxis])["heat_maps"][0, 0].numpy()
    np.testing.assert_allclose(difference, maps[0] - maps[1], atol=1e-5)


def test_refuses_a_head_whose_form_it_does_not_know() -> None:
    dense = keras.layers.Dense(2)
    with pytest.raises(ValueError, match="one or two dense layers"):
        ClosedFormGradCam([dense, dense, dense])


def test_what_ships_is_plain_vgg16() -> None:
    convolutions = [
        layer
        for layer in build_network(Architecture(96, 128, 7)).layers
        if isinstance(layer, keras.layers.Conv2D)
    ]
    assert [layer.filters for layer in convolutions] == [
        width for count, width in BLOCKS for _ in range(count)
    ]
    assert len(convolutions) == 13
    assert all(layer.use_bias and layer.kernel_size == (3, 3) for layer in convolutions)
