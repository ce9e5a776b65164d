"""Any VGG16 becomes a bundle, not the taught one alone; nothing else does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.engine import open_classifier
from core.results import Analysis
from tests.training.small_set import material_of, write_small_set
from tests.training.small_vgg16 import use_small_vgg16
from training.errors import ExperimentError
from training.experiment import IMAGENET, Classification, Experiment
from training.export.bundle import export, require_vgg16
from training.model_card import model_card
from training.train import train

PLAIN = Classification(
    name="plain", architecture="vgg16", size=(32, 48), epochs=1, batch_size=8
)  # fmt: skip


@pytest.fixture
def small_vgg16(monkeypatch: pytest.MonkeyPatch) -> None:
    use_small_vgg16(monkeypatch)


@pytest.mark.usefixtures("small_vgg16")
def test_a_vgg16_without_teacher_makes_a_bundle(tmp_path: Path) -> None:
    data = write_small_set(tmp_path / "set")
    material = material_of(data, tmp_path / "pixels")
    bundle = export(train(PLAIN, material, out=tmp_path / "run"), material, out=tmp_path / "model")
    assert bundle.card.network.blocks == ((1, 8), (1, 16))
    assert "teacher" not in bundle.card.training
    assert "none" in model_card(bundle)
    image = next((data / "images").iterdir())
    answer = next(iter(open_classifier(bundle).analyse_many([image])))
    assert isinstance(answer.outcome, Analysis)


@pytest.mark.usefixtures("small_vgg16")
def test_a_vgg16_that_came_trained_makes_a_bundle(tmp_path: Path) -> None:
    material = material_of(write_small_set(tmp_path / "set"), tmp_path / "pixels")
    published = replace(PLAIN, weights=IMAGENET)  # without batch norms: another network than PLAIN
    bundle = export(
        train(published, material, out=tmp_path / "run"), material, out=tmp_path / "model"
    )
    assert bundle.card.network.blocks == ((1, 8), (1, 16))


@pytest.mark.parametrize("architecture", ["ann", "resnet50", "mobilenetv2"])
def test_another_network_is_refused_by_name(architecture: str) -> None:
    experiment: Experiment = Classification(name="mine", architecture=architecture)
    with pytest.raises(ExperimentError, match="mine makes no VGG16"):
        require_vgg16(experiment)
