"""Every architecture keeps the same contract."""

from __future__ import annotations

import urllib.error
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest
from numpy.typing import NDArray

from core.model.network import build_backbone
from training.architectures import ARCHITECTURES, Wanted, build
from training.architectures.vgg import adopt
from training.errors import WeightsError
from training.logits import predict_logits


def smallest(name: str) -> tuple[int, int]:
    side = max(ARCHITECTURES[name].smallest, 16)
    return side, side + 8


def images(name: str, count: int = 2) -> NDArray[np.uint8]:
    size = smallest(name)
    return np.random.default_rng(0).integers(0, 256, (count, *size, 3), dtype=np.uint8)


@pytest.fixture(scope="module", params=ARCHITECTURES)
def name(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture(scope="module")
def network(name: str) -> keras.Model:
    keras.utils.set_random_seed(1)
    return build(Wanted(name, smallest(name), 3))


def test_it_answers_with_logits_and_an_embedding(name: str, network: keras.Model) -> None:
    answer = network(images(name).astype(np.float32), training=False)
    assert set(answer) == {"logits", "embedding"}
    assert answer["logits"].shape == (2, 3)
    assert len(answer["embedding"].shape) == 2
    for value in answer.values():
        assert keras.backend.standardize_dtype(value.dtype) == "float32"
        assert np.isfinite(np.asarray(value)).all()
    other = predict_logits(network, 255 - images(name))
    assert (np.asarray(answer["logits"]) != other).all()  # it does look


def test_everything_is_trained_unless_asked_otherwise(name: str, network: keras.Model) -> None:
    frozen = build(Wanted(name, smallest(name), 3, trained_blocks=0))
    assert len(frozen.trainable_weights) == 2  # the classifier
    assert len(network.trainable_weights) > 2
    last = build(Wanted(name, smallest(name), 3, trained_blocks=1))
    assert 2 < len(last.trainable_weights) < len(network.trainable_weights)


def test_the_blocks_cover_all_weights(name: str, network: keras.Model) -> None:
    layers = network.layers[1].layers
    first, *others = ARCHITECTURES[name].blocks
    assert next(layer for layer in layers if layer.trainable_weights).name.startswith(first)
    for start in others:
        assert any(layer.name.startswith(start) for layer in layers), start


def test_more_blocks_than_there_are_are_refused(name: str) -> None:
    blocks = len(ARCHITECTURES[name].blocks)
    with pytest.raises(WeightsError, match=f"has {blocks} blocks"):
        build(Wanted(name, smallest(name), 3, trained_blocks=blocks + 1))


def test_a_file_of_weights_comes_back(name: str, tmp_path: Path) -> None:
    keras.utils.set_random_seed(2)
    base = ARCHITECTURES[name].base(smallest(name))
    base.save_weights(tmp_path / "base.weights.h5")
    network = build(Wanted(name, smallest(name), 3, weights=tmp_path / "base.weights.h5"))
    pixels = images(name).astype(np.float32)
    features = np.asarray(base(pixels, training=False))
    pooled = features.mean(axis=(1, 2)) if features.ndim == 4 else features
    embedding = np.asarray(network(pixels, training=True)["embedding"])
    if name in {"ann", "cnn"}:
        embedding = np.asarray(network(pixels, training=False)["embedding"])
    np.testing.assert_allclose(embedding, pooled, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("architecture", ["cnn", "vgg16"])
def test_weights_of_another_network_are_refused(architecture: str, tmp_path: Path) -> None:
    other = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    other.save_weights(tmp_path / "other.weights.h5")
    wanted = Wanted(architecture, smallest(architecture), 3, weights=tmp_path / "other.weights.h5")
    with pytest.raises(WeightsError, match="holds no weights of"):
        build(wanted)


def test_imagenet_without_network_is_one_sentence(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise urllib.error.URLError("Network is unreachable")

    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    for module in (
        keras.src.applications.vgg16,
        keras.src.applications.resnet,
        keras.src.applications.inception_v3,
        keras.src.applications.mobilenet_v2,
        keras.src.applications.efficientnet,
        keras.src.applications.densenet,
    ):
        monkeypatch.setattr(module.file_utils, "get_file", refuse)
    with pytest.raises(WeightsError, match=r"cannot be fetched|Nobody has published"):
        build(Wanted(name, smallest(name), 3, weights="imagenet"))


def test_an_input_that_is_too_small_is_refused(name: str) -> None:
    with pytest.raises(WeightsError, match="pixels a side"):
        build(Wanted(name, (7, 7), 3))


def test_an_unknown_architecture_names_those_there_are() -> None:
    with pytest.raises(WeightsError, match="There are: ann, cnn, vgg16"):
        build(Wanted("lenet", (32, 32), 3))


def test_published_vgg16_answers_the_same_behind_our_scaling() -> None:
    keras.utils.set_random_seed(3)
    given = keras.applications.VGG16(include_top=False, weights=None, input_shape=(64, 64, 3))
    published = keras.Model(given.inputs[0], given.output)
    image = keras.Input((None, None, 3))
    _, pooled = build_backbone(image)
    ours = keras.Model(image, pooled)
    adopt(ours, published)
    pixels = np.full((1, 64, 64, 3), 90, np.uint8)
    pixels[:, 24:40, 24:40] = (200, 40, 120)
    scaled = keras.applications.vgg16.preprocess_input(pixels.astype(np.float32))
    expected = np.asarray(published(scaled)).mean(axis=(1, 2))
    found = np.asarray(ours(pixels.astype(np.float32)))
    # The zeros beyond the edge mean another colour: a few percent on so small a picture.
    assert np.abs(found - expected).max() < 0.2 * np.abs(expected).max()
    first, reference = (
        np.asarray(keras.Model(model.input, model.get_layer("block1_conv1").output)(seen))
        for model, seen in ((ours, pixels.astype(np.float32)), (published, scaled))
    )
    np.testing.assert_allclose(first[:, 1:-1, 1:-1], reference[:, 1:-1, 1:-1], rtol=1e-3, atol=1e-2)


def test_a_network_for_other_weights_needs_none_to_start_from(tmp_path: Path) -> None:
    base = ARCHITECTURES["ann"].base((16, 24))
    base.save_weights(tmp_path / "base.weights.h5")
    wanted = Wanted("ann", (16, 24), 3, weights=tmp_path / "base.weights.h5")
    trained = build(wanted)
    trained.save_weights(tmp_path / "run.weights.h5")
    (tmp_path / "base.weights.h5").unlink()
    again = build(replace(wanted, start=False))
    again.load_weights(tmp_path / "run.weights.h5")
    pixels = images("ann").astype(np.float32)
    first, second = (np.asarray(one(pixels, training=False)["logits"]) for one in (trained, again))
    np.testing.assert_array_equal(first, second)


def test_nothing_is_fetched_for_a_network_that_is_given_a_runs_weights(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fetch(*_: object, **__: object) -> None:
        pytest.fail("weights were fetched")

    monkeypatch.setattr("keras.utils.get_file", fetch)
    build(Wanted("mobilenetv2", (32, 32), 3, weights="imagenet", start=False))
