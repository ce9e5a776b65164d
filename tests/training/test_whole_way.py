"""The whole way: from a stranger's folders or tables to a bundle that opens, by commands alone."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.engine import open_classifier
from core.model import Bundle
from core.results import Analysis
from tests.training.small_set import STUDENT, TEACHER
from training import experiments
from training.__main__ import main
from training.experiment import Classification, Experiment
from training.model_card import model_card
from training.splits import PARTS

CLASSES = {"1. Eksim 20": (200, 60, 60), "Psoriasis": (60, 200, 60), "Alopecia 20": (60, 60, 200)}
TINY = Classification(name="tiny_ann", architecture="ann", size=(32, 32), epochs=1, batch_size=8)
PUPIL = replace(STUDENT, name="tiny_pupil", teacher=replace(TEACHER, architecture="mobilenetv2"))
ALOPECIA = {"name": "Alopecia", "explanation": "Loss of hair.", "malignant": False}


@pytest.fixture(autouse=True)
def tiny_experiments(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    known: dict[str, Experiment] = {one.name: one for one in (STUDENT, PUPIL, TINY)}
    monkeypatch.setattr(experiments, "names", lambda: tuple(known))
    monkeypatch.setattr(experiments, "load", known.__getitem__)
    monkeypatch.setenv("LENTIGO_RUNS", str(tmp_path / "runs"))


def write_folders(folder: Path, *, per_class: int = 20) -> Path:
    """Three classes, none of them malignant, one of them strange to Lentigo."""
    generator = np.random.default_rng(3)
    for name, colour in CLASSES.items():
        (folder / name).mkdir(parents=True)
        for number in range(per_class):
            pixels = np.clip(generator.normal(colour, 40, (64, 96, 3)), 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{number:02d}.png")
    return folder


def run(*words: str | Path) -> None:
    assert main([str(word) for word in words]) == 0


def test_from_class_folders_to_a_bundle_that_opens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, model, report = write_folders(tmp_path / "set"), tmp_path / "model", tmp_path / "report"
    folds, done = tmp_path / "folds.json", tmp_path / "run"
    run("split", data, "--folds", "4", "--out", folds)
    chosen = ("--split", folds, "--fold", "2")
    run("train", "tiny_student", "--data", data, *chosen, "--out", done)
    assert "'alopecia' means and whether it is malignant" in capsys.readouterr().err
    export = ["export", "tiny_student", "--data", str(data), "--run", str(done)]
    assert main([*export, "--out", str(model)]) == 2  # nobody has said what alopecia is
    assert not model.exists()
    (data / "dataset.json").write_text(
        json.dumps({"name": "Mine", "licence": "CC0", "classes": {"alopecia": ALOPECIA}})
    )
    run(*export, "--out", model)
    run("evaluate", "--bundle", model, "--data", data, *chosen, "--out", report)
    run("card", "--bundle", model, "--report", report / "report.json")
    bundle = Bundle.load(model)
    assert bundle.card.codes == ("alopecia", "eczema", "psoriasis")
    assert bundle.card.classes[0].name == "Alopecia"
    assert bundle.card.metrics["n"] == 15
    assert bundle.card.licence == "CC0"
    assert not bundle.card.trust or not bundle.card.trust.operating_points
    answer = next(iter(open_classifier(bundle).analyse_many([data / "Psoriasis" / "00.png"])))
    assert isinstance(answer.outcome, Analysis)
    assert set(answer.outcome.probabilities) == {"alopecia", "eczema", "psoriasis"}


@pytest.mark.slow
def test_the_card_is_true_for_the_set_at_hand(tmp_path: Path) -> None:
    data, model = write_folders(tmp_path / "set"), tmp_path / "model"
    (data / "dataset.json").write_text(
        json.dumps({"name": "Mine", "classes": {"alopecia": ALOPECIA}, "limits": ["All is red."]})
    )
    split, done = tmp_path / "s.json", tmp_path / "run"
    twin = data / "Psoriasis" / "twin.png"
    twin.write_bytes((data / "Psoriasis" / "00.png").read_bytes())
    run("split", data, "--random", "--seed", "1", "--out", split)
    content = json.loads(split.read_text())
    moved = {f"{name}/00.png": "train" for name in CLASSES} | {"Psoriasis/twin.png": "test"}
    parts = {
        part: [name for name in content[part] if name not in moved]
        + [name for name, side in moved.items() if side == part]
        for part in PARTS
    }
    split.write_text(json.dumps(parts))
    train = ["train", "tiny_pupil", "--data", str(data), "--split", str(split)]
    assert main([*train, "--out", str(done)]) == 2
    assert not done.exists()
    run(*train, "--out", done, "--accept-leaks")
    run(*train[:4], "--out", done)  # finished: it goes on with its own split
    run("export", "tiny_pupil", "--data", data, "--run", done, "--out", model)
    card = Bundle.load(model).card
    (source,) = card.data
    assert (source.name, source.licence, source.source, source.lesions) == (
        "Mine", "unknown", "unknown", None,
    )  # fmt: skip
    assert card.limits[0] == "All is red."
    assert "the same lesion is not known" in card.limits[1]
    assert card.limits[2].startswith("In 1 pair, the same image or lesion")
    assert card.training["accepted_leaks"] == 1
    assert card.training["teacher"] == "mobilenetv2 from random weights, trained on the same images"
    page = model_card(Bundle.load(model))
    assert "tears apart what shows the same, in 1 of its pairs" in page
    assert "| Mine | 4" in page
    assert "HAM10000" not in page
    assert "dermoscopic" not in page


def test_a_table_of_pixels_is_trained_on_and_judged(tmp_path: Path) -> None:
    generator = np.random.default_rng(4)
    rows = [
        [*np.clip(generator.normal(60 + 60 * (n % 3), 30, 64), 0, 255).astype(int), 4 + n % 3]
        for n in range(60)
    ]
    table = tmp_path / "hmnist_8_8_L.csv"
    with table.open("w", newline="") as file:
        csv.writer(file).writerows([[*(f"pixel{i:04d}" for i in range(64)), "label"], *rows])
    run("train", "tiny_ann", "--data", table, "--out", tmp_path / "run")
    run("evaluate", "--run", tmp_path / "run", "--data", table, "--out", tmp_path / "report")
    report = json.loads((tmp_path / "report" / "report.json").read_text())
    assert report["n"] == 12
    assert set(report["per_class"]) == {"mel", "nv", "vasc"}
    assert report["lesions"] is None


def test_a_table_elsewhere_is_trained_on_and_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_folders(tmp_path / "set")
    (tmp_path / "lists").mkdir()
    table = tmp_path / "lists" / "clean.csv"
    run("audit", data, "--clean", table)
    (tmp_path / "lists" / "dataset.json").write_text(
        json.dumps({"name": "Mine", "classes": {"alopecia": ALOPECIA}})
    )
    run("train", "tiny_ann", "--data", table, "--out", tmp_path / "run", "--limit", "8")
    judge = ["evaluate", "--run", str(tmp_path / "run"), "--data", str(table), "--out"]
    run(*judge, tmp_path / "report")
    with (tmp_path / "report" / "labels.csv").open(newline="") as file:
        names = [row["image_id"] for row in csv.DictReader(file)]
    assert len(names) == 12
    assert all((data / name).is_file() for name in names)
    capsys.readouterr()
    for words in (["--split", "s.json"], ["--images", "x", "--labels", "y"]):
        assert main([*judge, str(tmp_path / "no"), *words]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
