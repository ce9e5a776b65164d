"""The model that ships: whole, described, and as good on new images as its card says."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import jsonschema
import pytest

from core.engine import open_classifier
from core.engine.client import EngineClient, EngineSettings
from core.engine.messages import EngineEvent, EngineFailed, JobDone, JobFailed
from core.model import STATEMENT, Bundle, DeviceRequest
from core.model.guarded import GuardedClassifier
from core.paths import examples_folder, model_folder, resources_folder
from core.results import Analysis, Precision
from core.taxonomy import HAM10000
from training.precision.compared import ComparedClassifier


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return Bundle.load(resources_folder() / "model")


def test_it_is_the_one_that_is_used_unless_another_is_named() -> None:
    assert model_folder() == resources_folder() / "model"


def test_its_card_says_what_it_is_and_what_not(bundle: Bundle) -> None:
    card = bundle.card
    assert card.classes == HAM10000
    assert card.statement == STATEMENT
    assert card.licence == "CC BY-NC 4.0"
    assert card.limits
    assert card.data[0].name == "HAM10000"
    assert card.training["command"]


def test_every_figure_on_its_card_was_measured_on_this_very_model(
    bundle: Bundle, root: Path
) -> None:
    metrics = bundle.card.metrics
    schema = json.loads((root / "docs/schemas/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(metrics, schema)
    assert metrics["model_sha256"] == bundle.sha256


def test_its_evidence_counts_the_lesions_that_its_figures_are_of(bundle: Bundle) -> None:
    metrics: dict[str, Any] = bundle.card.metrics
    evidence = bundle.card.evidence
    assert evidence is not None
    assert evidence.lesions == metrics["lesions"]
    assert set(evidence.sites) >= set(metrics["groups"]["site"]) - {"not known"}


def test_it_weighs_no_more_than_its_float16_values(bundle: Bundle) -> None:
    values = sum(array.size for array in bundle.weights.values())
    assert (bundle.folder / "weights.safetensors").stat().st_size < 2 * values + 10_000


def new_images(shared_data: Path) -> tuple[list[dict[str, str]], list[Path]]:
    """Rows and files of the images that ISIC 2018 gave for validation."""
    folder = shared_data / "ham10000"
    with (folder / "metadata.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == "isic2018_val"]
    return rows, [folder / "images" / f"{row['image_id']}.jpg" for row in rows]


def test_193_new_images_agree_with_their_labels_about_as_often_as_the_card_says(
    bundle: Bundle, shared_data: Path
) -> None:
    rows, paths = new_images(shared_data)
    outcomes = [answer.outcome for answer in open_classifier(bundle).analyse_many(paths)]
    findings = [outcome.finding for outcome in outcomes if isinstance(outcome, Analysis)]
    assert len(findings) == len(rows) == 193
    hits = sum(found == row["dx"] for found, row in zip(findings, rows, strict=True))
    claimed = bundle.card.metrics["accuracy"]
    assert isinstance(claimed, float)
    # Within three standard errors of a binomial share.
    assert abs(hits / 193 - claimed) < 3 * math.sqrt(claimed * (1 - claimed) / 193)


def test_its_process_computes_in_lower_precision_when_asked(bundle: Bundle) -> None:
    said: SimpleQueue[EngineEvent] = SimpleQueue()
    image = min(examples_folder().glob("*.jpg"))
    found: dict[int, Analysis] = {}
    settings = EngineSettings(bundle.folder, DeviceRequest.CPU)
    with EngineClient(settings, on_event=said.put) as engine:
        for job, quick in enumerate((None, Precision.INT8)):
            engine.submit(image, job=job, quick=quick)
        while len(found) < 2:
            event = said.get(timeout=120)
            assert not isinstance(event, JobFailed | EngineFailed)
            if isinstance(event, JobDone):
                found[event.job] = event.analysis
    assert [found[job].precision for job in range(2)] == [Precision.FLOAT32, Precision.INT8]
    differences = [
        abs(found[0].probabilities[code] - found[1].probabilities[code])
        for code in bundle.card.codes
    ]
    assert 0 < max(differences) < 0.1


@pytest.mark.parametrize("precision", ["int8", "bfloat16"])
def test_what_it_is_offered_in_says_the_same_of_new_images(
    bundle: Bundle, shared_data: Path, precision: str
) -> None:
    rule = bundle.card.fitted_for(Precision(precision))
    assert rule is not None
    assert rule.offered
    classifier = open_classifier(bundle, precision=Precision(precision))
    assert isinstance(classifier, GuardedClassifier)
    compared = ComparedClassifier(classifier)
    _, paths = new_images(shared_data)
    assert len(list(compared.analyse_many(paths[:80]))) == 80
    assert all(pair.equal for pair in compared.pairs)
    assert any(pair.clear for pair in compared.pairs)
    assert any(pair.difference > 0 for pair in compared.pairs)
