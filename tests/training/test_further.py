"""Images of another set: what of them is learned from, and what is said of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.datasets import Dataset, read_dataset
from core.errors import DatasetError
from tests.training import small_vgg16
from tests.training.audit.sets import phantom, save
from tests.training.small_set import material_of, write_small_set
from training.__main__ import main
from training.errors import RunError
from training.experiment import Classification
from training.export.bundle import export
from training.further import Further, further_of
from training.material import Material
from training.model_card import model_card
from training.run import Run
from training.train import train

ALONE = Classification(
    name="alone", architecture="vgg16", size=(32, 48), epochs=1, batch_size=8, balance=0.0
)
STATED = {"name": "Ours", "licence": "CC0, in parts", "source": "our clinic", "limits": ["Old."]}


def write_other(folder: Path, *, labels: tuple[str, ...] = ("nv", "ak", "scc")) -> Path:
    """Write two new phantoms for each label."""
    for seed, label in enumerate(labels):
        for number in range(2):
            image = phantom("nv", seed=100 + 10 * seed + number)
            save(image, folder / label / f"mel_{number}a.png")  # names of the small set's images
    (folder / "dataset.json").write_text(json.dumps(STATED))
    return folder


@pytest.fixture
def beside(tmp_path: Path) -> Dataset:
    for code in ("akiec", "mel", "nv"):
        for seed in range(3):
            save(
                phantom("mel", seed=len(code) * 10 + seed), tmp_path / "set" / code / f"{seed}.png"
            )
    return read(tmp_path / "set")


@pytest.fixture
def material(tmp_path: Path) -> Material:
    own = material_of(write_small_set(tmp_path / "set"), tmp_path / "pixels")
    return replace(
        own, further=Further.of(read(write_other(tmp_path / "more")), beside=own.dataset)
    )


def read(folder: Path) -> Dataset:
    return read_dataset(folder, cache=folder.parent / "cache")


def test_only_what_the_set_has_not_is_taken_and_all_else_is_counted(
    beside: Dataset, tmp_path: Path
) -> None:
    other = write_other(tmp_path / "more")
    known = phantom("mel", seed=20)  # in `beside`
    save(known.resize((180, 180)), other / "nv" / "known.png")
    for name in ("one.png", "again.jpg"):
        save(phantom("nv", seed=7), other / "nv" / name)
    for label in ("nv", "ak"):
        save(phantom("nv", seed=8), other / label / "torn.png")
    (other / "nv" / "broken.png").write_bytes(b"\x89PNG")
    further = Further.of(read(other), beside=beside)
    taken = sorted((sample.code, sample.path.name) for sample in further.samples)
    assert taken[:2] == [("akiec", "mel_0a.png"), ("akiec", "mel_1a.png")]
    assert [name for code, name in taken if code == "nv"][1:] == ["mel_0a.png", "mel_1a.png"]
    assert len(taken) == 5  # one of "one" and "again"
    assert further.left_out == {
        "of classes that the set has not": 2,
        "unreadable": 1,
        "that the set has, or copies": 2,
        "copies with different labels": 2,
    }
    assert str(further).startswith("5 images of Ours (2 akiec, 3 nv); left out: 2 of classes")


def test_a_set_that_adds_nothing_is_refused(beside: Dataset, tmp_path: Path) -> None:
    other = read(write_other(tmp_path / "more", labels=("scc", "psoriasis")))
    with pytest.raises(DatasetError, match="Ours adds nothing to set: 4 of classes that"):
        Further.of(other, beside=beside)


def test_its_images_are_learned_from_and_stand_on_no_side(material: Material) -> None:
    learned = [material.samples[row] for row in material.taught]
    assert len(learned) == len(material.split.train) + 4
    assert [sample.code for sample in learned[-4:]] == ["akiec", "akiec", "nv", "nv"]
    assert material.split.sha256 == replace(material, further=None).split.sha256
    for part in (material.split.validation, material.split.test):
        assert len(material.rows(part)) == len(part)
        assert not set(material.rows(part)) & set(material.taught)


def test_the_run_and_its_bundle_say_so(
    material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_vgg16.use_small_vgg16(monkeypatch)
    run = train(ALONE, material, out=tmp_path / "run")
    without = replace(material, further=None)
    bundle = export(run, without, out=tmp_path / "bundle")
    own, other = bundle.card.data
    assert (own.name, other.name, other.images) == ("HAM10000", "Ours", 4)
    assert bundle.card.licence == "CC BY-NC 4.0; CC0"
    assert "our clinic" in (bundle.folder / "LICENSE").read_text("utf-8")
    assert bundle.card.limits[-2].startswith("It learned from 4 images of Ours as well")
    assert bundle.card.limits[-1] == "Old."
    assert "--also DATA2" in str(bundle.card.training["command"])
    assert "| Ours | 4 |" in model_card(bundle)
    with pytest.raises(RunError, match="other settings"):
        Run.open(run.folder, ALONE, material.split, limit=None)
    (run.folder / "further.json").write_text("{")
    with pytest.raises(RunError, match="is damaged"):
        further_of(run.folder)


def test_it_changes_what_is_learned(
    material: Material, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_vgg16.use_small_vgg16(monkeypatch)
    with_it = train(ALONE, material, out=tmp_path / "with")
    without = train(ALONE, replace(material, further=None), out=tmp_path / "without")
    assert with_it.weights_path.read_bytes() != without.weights_path.read_bytes()
    assert further_of(without.folder) is None


def test_the_command_says_what_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small_vgg16.use_small_vgg16(monkeypatch)
    monkeypatch.setenv("LENTIGO_RUNS", str(tmp_path / "runs"))
    data, other = write_small_set(tmp_path / "set"), write_other(tmp_path / "more")
    words = ["train", "vgg16", "--data", str(data), "--limit", "32", "--out", str(tmp_path / "run")]
    assert main([*words, "--also", str(other)]) == 0
    assert (
        "Learns also from 4 images of Ours (2 akiec, 2 nv); left out: 2" in capsys.readouterr().err
    )
    assert main([*words, "--also", str(tmp_path / "none")]) == 2


def test_squashed_photographs_are_stretched_back(tmp_path: Path) -> None:
    other = write_other(tmp_path / "more", labels=("nv", "mel"))
    wide = phantom("nv", seed=5)
    save(wide, tmp_path / "wide" / "nv" / "wide.png")
    save(phantom("mel", seed=5), tmp_path / "wide" / "mel" / "mel.png")
    save(wide.resize((200, 200)), other / "nv" / "wide.png")
    (other / "dataset.json").write_text(json.dumps(STATED | {"aspect": 4 / 3}))
    one = seen(read(tmp_path / "wide"), tmp_path, name="wide.png")
    same = seen(read(other), tmp_path, name="wide.png")
    assert np.abs(one - same).mean() < 3
    (other / "dataset.json").write_text(json.dumps(STATED))
    squashed = seen(read(other), tmp_path, name="wide.png")
    assert np.abs(one - squashed).mean() > 6


def seen(dataset: Dataset, cache: Path, *, name: str) -> np.ndarray[tuple[int, ...], np.dtype]:
    from core.images import FitMode, FitSpec
    from training.pixels import decoded

    row = [sample.path.name for sample in dataset.samples].index(name)
    return np.asarray(
        decoded(dataset.samples, FitSpec(60, 80, FitMode.CROP), cache=cache)[row], np.float32
    )
