"""Networks that learn classes from labels: imbalance, mixing, schedules, early ends, resuming."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.training.small_set import material_of, write_small_set
from training.augmentation import RandomView, rectangle
from training.augmentation_settings import STILL, AugmentationSettings
from training.callbacks.checkpoint import Checkpoint
from training.classifying import Classifying, loss_weights
from training.copies import balanced_with_copies
from training.curves import Row, draw_curves, finding, read_history
from training.experiment import Classification, Imbalance, Schedule
from training.material import Material
from training.mixing import Mixing
from training.run import Run
from training.train import train

TINY = Classification(
    name="tiny", architecture="ann", size=(16, 24), epochs=3, batch_size=16, learning_rate=1e-2,
    augmentation=STILL,
)  # fmt: skip


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    folder = tmp_path_factory.mktemp("data")
    return material_of(write_small_set(folder / "set"), folder / "pixels")


def history(run: Run) -> list[Row]:
    return read_history(run.folder / "history.csv")


def test_it_learns(material: Material, tmp_path: Path) -> None:
    run = train(TINY, material, out=tmp_path / "run")
    first, *_, last = history(run)
    assert last["loss"] < first["loss"]
    assert last["validation_balanced_accuracy"] > 2 / 7
    assert last["accuracy"] > first["accuracy"]


@pytest.mark.parametrize(
    "changes",
    [
        {"imbalance": Imbalance.CLASS_WEIGHTS, "balance": 0.0},
        {"imbalance": Imbalance.FOCAL},
        {"imbalance": Imbalance.COPIES, "augmentation": AugmentationSettings()},
        {"schedule": Schedule.CONSTANT},
        {"schedule": Schedule.PLATEAU, "patience": 2, "keep_best": True},
        {"augmentation": AugmentationSettings(erasing=0.5, mixup=0.3, cutmix=0.3)},
        {"architecture": "cnn", "size": (32, 48), "trained_blocks": 2},
    ],
)
def test_every_way_ends_with_weights(
    material: Material, tmp_path: Path, changes: dict[str, Any]
) -> None:
    experiment = dataclasses.replace(TINY, epochs=2, **changes)
    run = train(experiment, material, out=tmp_path / "run")
    assert run.complete
    assert all(np.isfinite(row["loss"]) for row in history(run))


def test_training_ends_early_and_keeps_its_best_epoch(material: Material, tmp_path: Path) -> None:
    idle = dataclasses.replace(
        TINY, epochs=12, learning_rate=0.0, schedule=Schedule.CONSTANT, patience=2, keep_best=True
    )
    run = train(idle, material, out=tmp_path / "run")
    told = history(run)
    assert len(told) < 12
    losses = [row["validation_loss"] for row in told]
    assert len(losses) - 1 - int(np.argmin(losses)) == 2
    assert Checkpoint(run.folder).stopped
    assert run.weights_path.stat().st_size == (run.folder / "best.weights.h5").stat().st_size
    run.weights_path.unlink()  # as if killed between its last epoch and its end
    again = train(idle, material, out=tmp_path / "run")
    assert len(history(again)) == len(told)
    assert again.complete


def test_a_run_that_goes_on_remembers_its_patience(material: Material, tmp_path: Path) -> None:
    idle = dataclasses.replace(
        TINY, epochs=12, learning_rate=0.0, schedule=Schedule.PLATEAU, patience=3, keep_best=True
    )
    whole = history(train(idle, material, out=tmp_path / "whole"))
    run = Run.open(tmp_path / "parts", idle, material.split, limit=None)
    for epoch in range(1, len(whole)):
        interrupted(idle, material, run, after=epoch)
        state = json.loads((run.folder / "checkpoint.json").read_text())["states"]
        assert set(state) == {"best", "plateau", "stopping"}
    parts = history(train(idle, material, out=run.folder))
    assert [row["epoch"] for row in parts] == [row["epoch"] for row in whole]
    for one, other in zip(whole, parts, strict=True):
        assert other["loss"] == pytest.approx(one["loss"], rel=1e-3)
        assert other["validation_loss"] == pytest.approx(one["validation_loss"], rel=1e-2)


class Stop(Exception):
    """Ends a run from within."""


def interrupted(experiment: Classification, material: Material, run: Run, *, after: int) -> None:
    """Run until `after` epochs are saved, then break off."""
    with pytest.MonkeyPatch.context() as patch:

        def refuse(self: Checkpoint, batch: int, logs: object = None) -> None:
            del batch, logs
            if self.epoch == after:
                raise Stop

        patch.setattr(Checkpoint, "on_train_batch_begin", refuse)
        with pytest.raises(Stop):
            train(experiment, material, out=run.folder)


def test_class_weights_make_all_classes_count_alike() -> None:
    labels = np.array([0] * 6 + [1] * 3 + [2])
    weights = loss_weights(labels, classes=3)
    sums = [weights[label] * (labels == label).sum() for label in range(3)]
    np.testing.assert_allclose(sums, 10 / 3)
    assert weights[labels].mean() == pytest.approx(1)
    assert np.isfinite(loss_weights(labels, classes=4)).all()


def losses(
    logits: list[list[float]], target: list[list[float]], **changes: Any
) -> NDArray[np.float32]:
    experiment = dataclasses.replace(TINY, **changes)
    network = keras.Sequential([keras.Input((16, 24, 3)), keras.layers.Flatten()])
    model = Classifying(network, experiment, weights=np.array([1.0, 2.0], np.float32))
    return np.asarray(model.losses_of(np.array(logits, np.float32), np.array(target, np.float32)))


def test_the_loss_is_the_weighted_cross_entropy() -> None:
    shares = np.array([0.25, 0.75])
    found = losses([np.log(shares).tolist()] * 2, [[1, 0], [0, 1]])
    np.testing.assert_allclose(found, -np.log(shares) * [1, 2], rtol=1e-5)


def test_the_focal_loss_forgives_what_is_right_already() -> None:
    shares = np.array([0.1, 0.9])
    found = losses([np.log(shares).tolist()], [[0, 1]], imbalance=Imbalance.FOCAL)
    np.testing.assert_allclose(found, [-np.log(0.9) * 2 * 0.1**2], rtol=1e-4)


def test_copies_fill_classes_up_and_come_from_their_own_class() -> None:
    labels = np.array([0] * 6 + [1] * 2 + [3])
    pixels = np.repeat(labels * 60, 8 * 8 * 3).reshape(9, 8, 8, 3).astype(np.uint8)
    more, more_labels = balanced_with_copies(pixels, labels, settings=STILL, seed=1)
    np.testing.assert_array_equal(np.bincount(more_labels), [6, 6, 0, 6])
    np.testing.assert_array_equal(more[:9], pixels)
    np.testing.assert_array_equal(more.mean(axis=(1, 2, 3)).round(), more_labels * 60)


def test_nothing_changes_an_image_that_is_to_stay() -> None:
    images = np.random.default_rng(1).integers(0, 256, (4, 8, 12, 3)).astype(np.float32)
    seen = np.asarray(RandomView(STILL, seed=1)(images, training=True))
    np.testing.assert_allclose(seen, images, atol=0.01)


def test_erasing_paints_over_a_part_and_nothing_else() -> None:
    images = np.random.default_rng(1).integers(0, 256, (32, 32, 48, 3)).astype(np.float32)
    settings = dataclasses.replace(STILL, erasing=1.0)
    seen = np.asarray(RandomView(settings, seed=1)(images, training=True))
    changed = (np.abs(seen - images) > 0.5).any(axis=-1).mean(axis=(1, 2))
    assert 0.005 < changed.mean() < 0.25
    assert (changed > 0).mean() > 0.9


def test_a_rectangle_has_the_area_that_was_asked_for() -> None:
    area, centre = np.array([[0.25], [0.5]], np.float32), np.full((2, 2), 0.5, np.float32)
    inside = np.asarray(rectangle(np.zeros((2, 40, 60, 3), np.float32), area, centre))
    np.testing.assert_allclose(inside.mean(axis=(1, 2, 3)), area[:, 0], atol=0.05)


@pytest.mark.parametrize("kind", ["mixup", "cutmix"])
def test_labels_go_along_by_their_share(kind: str) -> None:
    images = np.stack([np.full((16, 24, 3), 240.0 * n, np.float32) for n in (0, 1)])
    settings = dataclasses.replace(STILL, **{kind: 1.0})  # type: ignore[arg-type] # by its name
    seen, labels = Mixing(settings, seed=3)(images, np.eye(2, dtype=np.float32))
    share = np.asarray(seen).mean(axis=(1, 2, 3)) / 240
    np.testing.assert_allclose(np.asarray(labels)[:, 1], share, atol=1e-4)
    assert ((share > 0) & (share < 1)).any()
    flat = np.asarray(seen).reshape(2, -1)
    assert (len(np.unique(flat[0])) == 1) is (kind == "mixup")


def test_without_mixing_nothing_is_mixed() -> None:
    images = np.random.default_rng(1).random((4, 8, 8, 3)).astype(np.float32)
    seen, labels = Mixing(STILL, seed=3)(images, np.eye(4, dtype=np.float32))
    np.testing.assert_array_equal(np.asarray(seen), images)
    np.testing.assert_array_equal(np.asarray(labels), np.eye(4))


def curve(training: list[float], validation: list[float], gap: list[float]) -> list[Row]:
    return [
        {
            "epoch": number, "loss": loss, "validation_loss": other,
            "accuracy": 0.6 + over, "validation_accuracy": 0.6,
            "validation_balanced_accuracy": 0.5,
        }
        for number, (loss, other, over) in enumerate(zip(training, validation, gap, strict=True), 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (curve([1, 0.5, 0.2, 0.1], [1, 0.8, 0.9, 1.2], [0, 0.1, 0.2, 0.3]), "Overfitting"),
        (curve([1, 0.5, 0.4, 0.3], [1, 0.9, 0.8, 0.8], [0, 0.1, 0.2, 0.2]), "Some overfitting"),
        (curve([1, 0.9, 0.8, 0.7], [1, 0.9, 0.8, 0.7], [0, 0, 0, 0]), "Not finished"),
        (curve([1, 0.7, 0.7, 0.7], [1, 0.7, 0.9, 0.8], [0, 0, 0, 0]), "Unsettled"),
        (curve([1, 0.7, 0.7, 0.7], [1, 0.7, 0.7, 0.7], [0, 0, 0, 0]), "No overfitting"),
        (curve([1, 0.5, 0.2, 0], [1, 0, 0, 0.0005], [0, 0, 0, 0]), "Not finished"),
        (curve([1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]), "No overfitting"),
        (curve([1], [1], [0]), "Too few epochs"),
    ],
)
def test_the_curves_are_put_in_words(rows: list[Row], said: str, tmp_path: Path) -> None:
    assert finding(rows).startswith(said)
    draw_curves(rows, tmp_path / "curves.png")
    assert (tmp_path / "curves.png").stat().st_size > 5000
