"""Several networks that teach as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest

from tests.training import small_vgg16
from training.callbacks.measurement import measured
from training.ensemble import ensemble
from training.experiment import BUNDLE, Classification, Distilling, Stage
from training.export.bundle import export
from training.logits import predict_logits
from training.material import Material
from training.networks import build_network
from training.pupil import pupil
from training.train import train

SIZE = (32, 48)
PIXELS = np.random.default_rng(5).integers(0, 256, (3, 32, 48, 3)).astype(np.float32)


def network(seed: int, *, size: tuple[int, int] = SIZE) -> keras.Model:
    image = keras.Input((*size, 3))
    start = keras.initializers.GlorotUniform(seed)
    embedding = keras.layers.Dense(4, kernel_initializer=start)(keras.layers.Flatten()(image / 255))
    logits = keras.layers.Dense(3, kernel_initializer=start)(embedding)
    return keras.Model(image, {"logits": logits, "embedding": embedding})


def told(model: keras.Model, pixels: np.ndarray, kind: str = "logits") -> np.ndarray:
    return np.asarray(model(pixels)[kind])


def test_logits_are_the_mean_of_one_side_each() -> None:
    first, second, third = network(1), network(2), network(3)
    taught = ensemble([first, second, third], size=SIZE)
    sides = ((first, PIXELS), (second, PIXELS[:, :, ::-1]), (third, PIXELS))
    expected = np.mean([told(one, side) for one, side in sides], axis=0)
    np.testing.assert_allclose(told(taught, PIXELS), expected, rtol=1e-5, atol=1e-6)


def test_the_embedding_is_the_first_ones() -> None:
    first = network(1)
    both = ensemble([first, network(2)], size=SIZE)
    np.testing.assert_array_equal(told(both, PIXELS, "embedding"), told(first, PIXELS, "embedding"))


def test_a_member_of_a_smaller_input_sees_the_image_shrunk() -> None:
    small = network(3, size=(16, 24))
    flat = np.full((1, 32, 48, 3), 90, np.float32)
    np.testing.assert_allclose(
        told(ensemble([small], size=SIZE), flat), told(small, flat[:, ::2, ::2]), atol=1e-5
    )


@pytest.mark.usefixtures("small_networks")
def test_what_a_student_starts_as_teaches_beside_the_teacher(
    small_material: Material, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = Classification(name="first", architecture="vgg16", size=SIZE, epochs=1, batch_size=8)
    teacher = replace(first, name="teacher", size=(64, 96))
    experiment = Distilling(
        name="taught",
        teacher=teacher,
        stages=(Stage(epochs=1, size=SIZE),),
        weights=BUNDLE,
        ensemble=True,
        batch_size=8,
        blocks=small_vgg16.BLOCKS,
        precision="float32",
    )
    begun = train(first, small_material, out=tmp_path / "first")
    bundle = export(begun, small_material, out=tmp_path / "bundle")
    material = replace(small_material, weights=bundle.folder)
    taught = train(teacher, material, out=tmp_path / "run" / "teacher")

    both = pupil(experiment, material, taught=taught, begun=None).teacher

    alone = build_network(teacher, material, start=False)
    taught.load_into(alone)
    members = [alone, build_network(replace(first, weights=BUNDLE), material)]
    pixels = np.asarray(material.pixels((64, 96))[:4])
    np.testing.assert_allclose(
        predict_logits(both, pixels),
        predict_logits(ensemble(members, size=(64, 96)), pixels),
        rtol=1e-3,
        atol=1e-4,
    )
    run = train(experiment, material, out=tmp_path / "run")
    rows = material.rows(material.split.validation)
    worth = measured(predict_logits(both, material.pixels((64, 96))[rows]), material.labels[rows])
    assert f"balanced accuracy {worth['val_balanced_accuracy']:.3f}" in capsys.readouterr().err
    after = export(run, material, out=tmp_path / "model")
    said = str(after.card.training["teacher"])
    assert said.endswith(f"the same images, and Lentigo VGG16 {bundle.card.version} beside it")
