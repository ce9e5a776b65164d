"""An atlas asked through the command, on lesions whose colour is their diagnosis."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from core.atlas.build import build_atlas
from core.datasets import read_dataset
from core.engine import open_classifier
from core.model import Bundle, DeviceRequest
from core.report.card.blocks import Grid, Words
from core.report.card.similar import similar
from tests.core.tiny import tiny_bundle
from tests.training.small_set import CODES, write_small_set
from training.__main__ import main
from training.dividing import split_by_lesion


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle, seven colours of lesions, a split and an atlas of all."""
    folder = tmp_path_factory.mktemp("similar")
    bundle = tiny_bundle(folder / "model")
    write_small_set(folder / "data", per_class=12)
    dataset = read_dataset(folder / "data", cache=folder / "cache")
    split_by_lesion(dataset.trainable, seed=7).save(folder / "split.json")
    classifier = open_classifier(bundle, device=DeviceRequest.CPU)
    build_atlas(dataset, classifier, out=folder / "atlas")
    return folder


def evaluate(place: Path, *options: str) -> int:
    words = ["evaluate", "--bundle", str(place / "model"), "--data", str(place / "data")]
    words += ["--out", str(place / "out"), "--device", "cpu"]
    return main([*words, *options])


@pytest.fixture(autouse=True)
def runs(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LENTIGO_RUNS", str(place / "runs"))


def reported(place: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((place / "out" / "report.json").read_text())
    return loaded


def test_precision_against_colour_and_chance_reaches_report_and_card(
    place: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    split = ["--split", str(place / "split.json")]
    assert evaluate(place, *split, "--similar", str(place / "atlas")) == 0
    assert "colours: " in capsys.readouterr().err
    report = reported(place)
    schema = json.loads((root / "docs/schemas/report.schema.json").read_text())
    jsonschema.validate(report, schema)
    found = report["similar"]
    train = set(json.loads((place / "split.json").read_text())["train"])
    assert found["gallery"] == {
        "name": "HAM10000", "images": len(train), "lesions": len(train) // 2
    }  # fmt: skip
    assert set(found["per_class"]) == set(CODES)
    assert found["precision"]["chance"] == pytest.approx(1 / 7, abs=0.01)
    # Colour is the diagnosis here, though ten are looked at where a class has about four lesions.
    assert found["precision"]["colours"]["value"] > 2 * found["precision"]["chance"]
    page = (place / "out" / "report.html").read_text()
    assert "Whether similar images show the same" in page
    assert "by embedding" in page

    words = ["card", "--bundle", str(place / "model"), "--report", str(place / "out/report.json")]
    assert main(words) == 0
    card = Bundle.load(place / "model").card
    table, said = similar(card)
    assert isinstance(table, Grid)
    assert "Melanoma" in [row[0] for row in table.rows]
    assert isinstance(said, Words)
    assert "none is a test lesion" in said.text


def test_a_section_is_added_to_the_figures_of_the_same_images(place: Path) -> None:
    split = ["--split", str(place / "split.json")]
    bundle, report = str(place / "model"), str(place / "out" / "report.json")
    assert evaluate(place, *split) == 0
    assert reported(place)["similar"] is None
    words = ["card", "--bundle", bundle, "--report", report]
    assert main(words) == 0
    assert not similar(Bundle.load(place / "model").card)
    assert main([*words, "--section", "similar"]) == 2  # it was not measured

    assert evaluate(place, *split, "--similar", str(place / "atlas")) == 0
    changed = reported(place) | {"accuracy": -1}
    Path(report).write_text(json.dumps(changed))
    assert main([*words, "--section", "similar"]) == 0
    metrics = Bundle.load(place / "model").card.metrics
    assert metrics["accuracy"] != -1
    assert metrics["similar"] == changed["similar"]
    assert metrics["added"]["similar"]["date"] == changed["date"]  # type: ignore[index,call-overload] # JSON

    Path(report).write_text(json.dumps(changed | {"labels_sha256": "0" * 64}))
    assert main([*words, "--section", "similar"]) == 2  # other images


@pytest.mark.parametrize(
    ("atlas", "sentence"),
    [("nowhere", "There is no finished atlas"), ("atlas", "has no image to search")],
)
def test_named_errors(
    place: Path, capsys: pytest.CaptureFixture[str], atlas: str, sentence: str
) -> None:
    # Without a split every image is asked about, and none is left to be searched.
    assert evaluate(place, "--similar", str(place / atlas)) == 2
    assert sentence in capsys.readouterr().err
