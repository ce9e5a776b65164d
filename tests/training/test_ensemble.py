"""Several networks that teach as one."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest

from core.model import Bundle
from tests.training import small_vgg16
from training.callbacks.measurement import measured
from training.ensemble import ensemble
from training.errors import ExperimentError, WeightsError
from training.experiment import BUNDLE, Classification, Distilling, Stage
from training.export.bundle import export
from training.logits import predict_logits
from training.material import Material
from training.networks import build_network
from training.pupil import pupil
from training.run import Run
from training.train import train

SIZE, LARGE = (32, 48), (64, 96)
FIRST = Classification(name="first", architecture="vgg16", size=SIZE, epochs=1, batch_size=8)
TEACHER = replace(FIRST, name="teacher", size=LARGE)
BOTH = Distilling(
    name="taught",
    teacher=TEACHER,
    stages=(Stage(epochs=1, size=SIZE),),
    weights=BUNDLE,
    ensemble=True,
    batch_size=8,
    blocks=small_vgg16.BLOCKS,
)
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


def test_an_ensemble_needs_a_model_to_start_as() -> None:
    for other in ({"weights": None}, {"continues": replace(BOTH, ensemble=False)}):
        with pytest.raises(ExperimentError, match="taught does not start as a model"):
            replace(BOTH, **other)


@pytest.fixture(scope="module")
def bundle(small_material: Material, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    folder = tmp_path_factory.mktemp("model")
    run = train(FIRST, small_material, out=folder / "run")
    return export(run, small_material, out=folder / "bundle")


@pytest.fixture(scope="module")
def material(small_material: Material, bundle: Bundle) -> Material:
    return replace(small_material, weights=bundle.folder)


@pytest.fixture(scope="module")
def taught(material: Material, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return train(TEACHER, material, out=tmp_path_factory.mktemp("run") / "teacher")


@pytest.mark.usefixtures("small_networks")
def test_what_a_student_starts_as_teaches_beside_the_teacher(
    material: Material, taught: Run
) -> None:
    model = pupil(BOTH, material, taught=taught, begun=None)

    alone = build_network(TEACHER, material, start=False)
    taught.load_into(alone)
    members = [alone, build_network(replace(FIRST, weights=BUNDLE), material)]
    pixels = np.asarray(material.pixels(LARGE)[:4])
    np.testing.assert_allclose(
        predict_logits(model.teacher, pixels),
        predict_logits(ensemble(members, size=LARGE), pixels),
        atol=0.02,  # one of them in bfloat16
    )
    assert keras.config.dtype_policy().name == "float32"
    before = [np.asarray(weight) for weight in model.teacher.weights]
    model.compile(optimizer=keras.optimizers.SGD(0.1))
    model.train_on_batch(np.asarray(material.pixels(LARGE)[:8]), material.labels[:8])
    for weight, was in zip(model.teacher.weights, before, strict=True):
        np.testing.assert_array_equal(np.asarray(weight), was)


@pytest.mark.usefixtures("small_networks")
def test_the_run_says_what_teaches_and_the_card_who(
    bundle: Bundle,
    material: Material,
    taught: Run,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(taught.folder, tmp_path / "teacher")
    run = train(BOTH, material, out=tmp_path)
    lines = capsys.readouterr().err.splitlines()
    (said,) = [line for line in lines if line.startswith("What teaches: validation")]
    teacher = pupil(BOTH, material, taught=taught, begun=None).teacher
    pixels, labels = material.validation(LARGE)
    worth = measured(predict_logits(teacher, pixels), labels)
    assert f"balanced accuracy {worth['val_balanced_accuracy']:.3f}" in said
    after = export(run, material, out=tmp_path / "model")
    told = str(after.card.training["teacher"])
    assert told.endswith(f"the same images, and Lentigo VGG16 {bundle.card.version} beside it")


@pytest.mark.usefixtures("small_networks")
def test_a_model_of_other_classes_cannot_teach(material: Material, tmp_path: Path) -> None:
    samples = tuple(one for one in material.dataset.samples if one.code in {"mel", "nv"})
    two = replace(material, dataset=replace(material.dataset, samples=samples), cache=tmp_path)
    teacher = train(TEACHER, two, out=tmp_path / "teacher")
    with pytest.raises(WeightsError, match="cannot teach: it has other classes than HAM10000"):
        pupil(BOTH, two, taught=teacher, begun=None)
    assert keras.config.dtype_policy().name == "float32"
