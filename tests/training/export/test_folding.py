"""What ships answers as what was trained, wherever its batch norms stood."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from core.model.architecture import Architecture
from core.model.network import build_backbone, build_network
from training.architectures.fixed import FixedStatistics
from training.distillation import build_student
from training.export.folding import blocks_of, fold_batch_norm
from training.logits import predict_logits

Blocks = tuple[tuple[int, int], ...]
BLOCKS: Blocks = ((1, 6), (2, 9))
SIZE = (32, 48)


def base(blocks: Blocks, *, batch_norm: bool) -> keras.Model:
    image = keras.Input((*SIZE, 3), name="image")
    return keras.Model(image, build_backbone(image, blocks=blocks, batch_norm=batch_norm)[1])


def headed(features: keras.layers.Layer) -> keras.Model:
    """The head that `training.architectures.build` puts on every architecture."""
    image = keras.Input((*SIZE, 3), name="image")
    embedding = keras.layers.Activation("linear", name="embedding")(features(image))
    logits = keras.layers.Dense(5, name="logits")(embedding)
    return keras.Model(image, {"logits": logits, "embedding": embedding})


def from_scratch(blocks: Blocks) -> keras.Model:
    return headed(base(blocks, batch_norm=True))


def with_fixed_statistics(blocks: Blocks) -> keras.Model:
    return headed(FixedStatistics(base(blocks, batch_norm=True), name="base"))


def from_published_weights(blocks: Blocks) -> keras.Model:
    return headed(FixedStatistics(base(blocks, batch_norm=False), name="base"))


def student(blocks: Blocks) -> keras.Model:
    return build_student(classes=5, blocks=blocks)


@pytest.mark.parametrize("blocks", [BLOCKS, ((2, 4),)])
@pytest.mark.parametrize(
    "trained", [student, from_scratch, with_fixed_statistics, from_published_weights]
)
def test_folding_changes_no_answer(blocks: Blocks, trained: object) -> None:
    assert callable(trained)
    network = trained(blocks)
    generator = np.random.default_rng(2)
    for variable in network.variables:
        if variable.name != "seed_generator_state":
            low = 0.3 if variable.name in {"gamma", "moving_variance"} else -0.4
            variable.assign(generator.uniform(low, 0.9, variable.shape))
    weights = fold_batch_norm(network)
    assert blocks_of(weights) == blocks
    shipped = build_network(Architecture(*SIZE, 5, blocks=blocks))
    for name, array in weights.items():
        layer, kind = name.split("/")
        getattr(shipped.get_layer(layer), kind).assign(array)
    images = generator.integers(0, 256, (3, *SIZE, 3), dtype=np.uint8)
    answer = shipped(images)
    np.testing.assert_allclose(answer["logits"], predict_logits(network, images), rtol=1e-4)
    np.testing.assert_allclose(
        answer["embedding"], network(images.astype(np.float32))["embedding"], rtol=1e-3, atol=1e-4
    )
