"""Batch norms that come back change no answer, and train as if they had always been there."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest

from core.model.bundle import Weights
from training.distillation import build_student
from training.errors import WeightsError
from training.export.folding import fold_batch_norm
from training.logits import predict_logits
from training.unfolding import unfold_batch_norm

BLOCKS = ((1, 6), (2, 9))
PIXELS = np.random.default_rng(3).integers(0, 256, (40, 32, 48, 3), dtype=np.uint8)


@pytest.fixture(scope="module")
def folded() -> Weights:
    """Weights with kernels of very different lengths."""
    network = build_student(classes=5, blocks=BLOCKS)
    generator = np.random.default_rng(2)
    for variable in network.variables:
        if variable.name in {"gamma", "moving_variance"}:
            variable.assign(generator.uniform(0.2, 3.0, variable.shape))
        elif variable.name in {"beta", "moving_mean"}:
            variable.assign(generator.uniform(-0.4, 0.4, variable.shape))
    return fold_batch_norm(network)


@pytest.fixture
def unfolded(folded: Weights) -> keras.Model:
    network = build_student(classes=5, blocks=BLOCKS, dropout=0.0)
    unfold_batch_norm(network, folded, PIXELS, origin=Path("model"))
    network.get_layer("logits").set_weights([folded["logits/kernel"], folded["logits/bias"]])
    return network


def test_it_is_the_inverse_of_folding(folded: Weights, unfolded: keras.Model) -> None:
    again = fold_batch_norm(unfolded)
    assert again.keys() == folded.keys()
    for name, array in folded.items():
        np.testing.assert_allclose(again[name], array, rtol=1e-3, atol=1e-4)


def test_the_statistics_are_those_of_the_images(unfolded: keras.Model) -> None:
    """Then a batch norm that takes them from its batch, as in training, answers alike."""
    still = predict_logits(unfolded, PIXELS)
    training = unfolded(PIXELS.astype(np.float32), training=True)["logits"]
    np.testing.assert_allclose(np.asarray(training), still, rtol=0.02, atol=0.02)


def test_kernels_are_as_long_as_random_ones(unfolded: keras.Model) -> None:
    for layer in unfolded.layers:
        if isinstance(layer, keras.layers.Conv2D):
            lengths = np.linalg.norm(np.asarray(layer.kernel).reshape(-1, layer.filters), axis=0)
            np.testing.assert_allclose(lengths, np.sqrt(2), rtol=1e-4)


def test_a_dead_channel_stays_dead(folded: Weights) -> None:
    dead = dict(folded)
    dead["block1_conv1/kernel"] = folded["block1_conv1/kernel"] * np.array([0, 1, 1, 1, 1, 1])
    network = build_student(classes=5, blocks=BLOCKS)
    unfold_batch_norm(network, dead, PIXELS, origin=Path("model"))
    again = fold_batch_norm(network)
    assert np.isfinite(again["block1_conv1/kernel"]).all()
    assert not again["block1_conv1/kernel"][..., 0].any()
    np.testing.assert_allclose(again["block1_conv1/bias"], dead["block1_conv1/bias"], atol=1e-4)


def test_another_network_is_refused_by_name(folded: Weights) -> None:
    network = build_student(classes=5, blocks=((1, 6), (2, 8)))
    with pytest.raises(WeightsError, match="model is another network: it has no block2_conv1"):
        unfold_batch_norm(network, folded, PIXELS, origin=Path("model"))
