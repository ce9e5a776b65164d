"""What the methods are given: features and gradients, against independent computations."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf
from numpy.typing import NDArray

from core.engine import EngineRequest, open_classifier
from core.engine.explainer import Explainer
from core.engine.onnx_features import OnnxFeatures, with_output
from core.errors import BundleUnsupported, InferenceError
from core.explain.methods import Target
from core.model import Bundle, DeviceRequest
from core.model.build import scores_from_bundle
from tests.core.explain.pictures import PICTURES
from tests.core.tiny import SIZE, tiny_bundle

Tape = tuple[NDArray[np.float32], NDArray[np.float32]]
TARGETS = [Target(2), Target(2, versus=5)]


@pytest.fixture(scope="module", params=[None, 11], ids=["plain", "hidden"])
def bundle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    network = {"architecture": "vgg16", "blocks": ((1, 4), (1, 8)), "hidden": request.param}
    return tiny_bundle(tmp_path_factory.mktemp("tiny") / "model", network=network)


def explainer(bundle: Bundle, engine: EngineRequest = EngineRequest.ONNXRUNTIME) -> Explainer:
    return Explainer(open_classifier(bundle, device=DeviceRequest.CPU, engine=engine))


def by_tape(bundle: Bundle, pixels: NDArray[np.uint8], target: Target) -> Tape:
    """Activations of the last convolution and the score's gradient by them."""
    model = scores_from_bundle(bundle)
    layer = model.get_layer(bundle.card.network.last_convolution)
    inner = keras.Model(model.inputs, [layer.output, model.output])
    with tf.GradientTape() as tape:
        features, logits = inner([pixels[np.newaxis].astype(np.float32)])
        score = target.of(tf.transpose(logits))
    gradient = tape.gradient(score, features)
    if gradient is None:
        pytest.fail("the tape did not see the features")
    return features[0].numpy(), gradient[0].numpy()


@pytest.fixture
def pixels() -> NDArray[np.uint8]:
    return PICTURES["noise"](*SIZE)


def test_both_runtimes_show_the_same_features(bundle: Bundle, pixels: NDArray[np.uint8]) -> None:
    batch = np.stack([pixels, pixels[::-1], PICTURES["gradient"](*SIZE)])
    found = [
        explainer(bundle, engine).features(batch)
        for engine in (EngineRequest.ONNXRUNTIME, EngineRequest.TENSORFLOW)
    ]
    assert found[0].shape == (3, SIZE[0] // 2, SIZE[1] // 2, 8)
    np.testing.assert_allclose(found[0], found[1], atol=1e-5)
    assert found[0].max() > 0
    assert found[0].min() == 0  # behind the ReLU


@pytest.mark.parametrize("target", TARGETS)
def test_layer_cam_is_rising_gradient_times_activation(
    bundle: Bundle, pixels: NDArray[np.uint8], target: Target
) -> None:
    features, gradient = by_tape(bundle, pixels, target)
    expected = (np.maximum(gradient, 0) * features).sum(axis=-1)
    found = explainer(bundle).gradients.layer_cam(pixels, target)
    assert expected.max() > 0
    np.testing.assert_allclose(found, expected, atol=1e-5 * expected.max())


@pytest.mark.parametrize("target", TARGETS)
def test_grad_cam_plus_plus_is_the_papers_formula_in_logit_units(
    bundle: Bundle, pixels: NDArray[np.uint8], target: Target
) -> None:
    features, gradient = by_tape(bundle, pixels, target)
    squared = gradient**2
    below = 2 * squared + gradient**3 * features.sum(axis=(0, 1))
    shares = np.divide(squared, below, out=np.zeros_like(squared), where=squared > 0)
    total = shares.sum(axis=(0, 1))
    shares = np.divide(shares, total, out=np.zeros_like(shares), where=total != 0)
    weights = (shares * np.maximum(gradient, 0)).sum(axis=(0, 1))
    expected = features @ weights
    found = explainer(bundle).gradients.grad_cam_plus_plus(pixels, target)
    assert expected.max() > 0
    np.testing.assert_allclose(found, expected, atol=1e-4 * expected.max())


def test_saliency_is_the_slope_of_the_score(bundle: Bundle) -> None:
    """Against finite differences, at pixels away from every kink."""
    target = Target(3)
    pixels = PICTURES["noise"](*SIZE).astype(np.float32)
    slopes = explainer(bundle).gradients.saliency(pixels[np.newaxis], target)[0]
    assert slopes.shape == (*SIZE, 3)
    model = scores_from_bundle(bundle)
    for index in ((5, 7, 0), (20, 30, 2)):
        moved = np.stack([pixels, pixels])
        moved[0][index] -= 0.25
        moved[1][index] += 0.25
        low, high = model([moved]).numpy()[:, 3]
        assert slopes[index] == pytest.approx((high - low) / 0.5, rel=0.05, abs=1e-6)


def test_a_graph_with_one_output_more_answers_as_before(
    bundle: Bundle, pixels: NDArray[np.uint8]
) -> None:
    from core.engine.onnx_runtime import OnnxRuntime

    more = with_output(bundle, f"{bundle.card.network.last_convolution}/relu")
    before, after = (
        OnnxRuntime(one, request=DeviceRequest.CPU).run(pixels[np.newaxis]).logits
        for one in (bundle, more)
    )
    assert np.array_equal(before, after)


def test_a_graph_without_that_layer_is_a_named_error(tmp_path: Path) -> None:
    other = tiny_bundle(tmp_path / "model")
    with pytest.raises(InferenceError, match="could not show what the network sees"):
        OnnxFeatures(with_output(other, "block9_conv9/relu"))


def test_a_bundle_without_a_graph_is_a_named_error(tmp_path: Path) -> None:
    with pytest.raises(BundleUnsupported, match="no graph"):
        OnnxFeatures(tiny_bundle(tmp_path / "model", graph=False))
