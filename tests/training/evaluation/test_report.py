"""The written report: its shape, its words, and that it says what the arrays say."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from jsonschema import Draft202012Validator
from numpy.typing import NDArray

from tests.training.evaluation.support import CLASSES, CODES, FakeModel, Reply, simulate
from training.evaluation import plots
from training.evaluation.document import document
from training.evaluation.evaluated import Evaluation, Provenance, evaluate
from training.evaluation.figures import Figure
from training.evaluation.page import render
from training.evaluation.predictor import (
    AnswerMissing,
    NothingMeasured,
    Predictions,
    predict,
)
from training.evaluation.report import write_report
from training.evaluation.subgroups import subgroup_masks
from training.evaluation.words import both_words, interval_words, value_words
from training.labels import LabelledImage

SCHEMA = Path(__file__).parents[3] / "docs/schemas/report.schema.json"
PROVENANCE = Provenance(
    model_sha256="a" * 64,
    model_name="Test <model>",
    model_version="1",
    labels_sha256="b" * 64,
    labelled=61,
    date="2026-01-02T03:04:05+00:00",
    command="python -m training evaluate --where 'a=<b>'",
    version="0.1.0",
    limitations=("No dark skin & no smartphones.",),
)


def without_lesions(image: LabelledImage) -> LabelledImage:
    return LabelledImage(image.image_id, image.path, image.code, None, {})


@pytest.fixture
def predictions(labelled: list[LabelledImage]) -> Predictions:
    broken = LabelledImage("nv_1_broken", Path("nv_1_broken.jpg"), "nv", "L99", labelled[0].row)
    images = [*labelled, broken]
    return predict(FakeModel(), images=images, codes=CODES, progress=lambda _: None)


@pytest.fixture
def evaluation(predictions: Predictions) -> Evaluation:
    return evaluate(predictions, classes=CLASSES, provenance=PROVENANCE, resamples=50)


def page_of(evaluation: Evaluation) -> str:
    return render(evaluation, paint=painted, explain=painted)


def painted(paths: Sequence[Path]) -> dict[Path, NDArray[np.uint8]]:
    return {path: np.full((30, 40, 3), 90, np.uint8) for path in paths}


def validate(report: object) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(report)


def test_answers_come_back_in_the_order_of_the_labels(
    predictions: Predictions, labelled: list[LabelledImage]
) -> None:
    assert list(predictions.images) == labelled
    assert [failure.image_id for failure in predictions.failed] == ["nv_1_broken"]
    assert predictions.failed[0].kind == "TruncatedImage"
    assert predictions.scored().probabilities.shape == (60, 3)


def test_images_without_a_lesion_are_lesions_of_their_own(labelled: list[LabelledImage]) -> None:
    mixed = [*labelled[:4], *map(without_lesions, labelled[4:6])]
    found = predict(FakeModel(), images=mixed, codes=CODES, progress=lambda _: None)
    assert list(found.scored().clusters) == [0, 0, 1, 1, 2, 3]


def test_an_image_passed_over_is_an_error(labelled: list[LabelledImage]) -> None:
    class Forgetful(FakeModel):
        def analyse_many(self, sources: Iterable[Path], /) -> Iterator[Reply]:
            return super().analyse_many(list(sources)[1:])

    with pytest.raises(AnswerMissing, match="for 1 images"):
        predict(Forgetful(), images=labelled, codes=CODES, progress=lambda _: None)


def test_nothing_but_failures_is_an_error() -> None:
    broken = LabelledImage("x", Path("broken.jpg"), "nv", None, {})
    with pytest.raises(
        NothingMeasured, match="None of the 1 images gave an answer; the first: The picture"
    ):
        predict(FakeModel(), images=[broken], codes=CODES, progress=lambda _: None)


def test_the_report_fits_its_schema(evaluation: Evaluation) -> None:
    report = document(evaluation)
    validate(report)
    assert report["n"] == 60
    assert report["lesions"] == 30
    assert list(report)[:11] == [
        "n",
        "accuracy",
        "balanced_accuracy",
        "macro_f1",
        "melanoma_sensitivity",
        "malignant_auc",
        "ece",
        "brier",
        "per_class",
        "confusion",
        "model_sha256",
    ]


def test_a_set_without_melanoma_lesions_or_subgroups_fits_the_schema(
    labelled: list[LabelledImage],
) -> None:
    nevi = [without_lesions(image) for image in labelled if image.code == "nv"]
    found = predict(FakeModel(), images=nevi, codes=CODES, progress=lambda _: None)
    report = document(evaluate(found, classes=CLASSES, provenance=PROVENANCE, resamples=20))
    validate(report)
    assert report["melanoma_sensitivity"] is None
    assert report["malignant_auc"] is None
    assert report["lesions"] is None
    assert report["subgroups"] == {}
    assert page_of(evaluate(found, classes=CLASSES, provenance=PROVENANCE, resamples=20))


def test_subgroups_leave_follow_up_out(
    evaluation: Evaluation, labelled: list[LabelledImage]
) -> None:
    assert {name: group and group.n for name, group in evaluation.subgroups.items()} == {
        "histopathology_only": 20,
        "without_follow_up": 20,
    }
    assert subgroup_masks([without_lesions(image) for image in labelled]) == {}


def test_both_vocabularies_of_confirmation_are_known() -> None:
    words = ("histo", "Histopathology", "serial imaging showing no change", "consensus")
    images = [LabelledImage(word, Path(word), "nv", None, {"dx_type": word}) for word in words]
    masks = subgroup_masks(images)
    assert masks["histopathology_only"].tolist() == [True, True, False, False]
    assert masks["without_follow_up"].tolist() == [True, True, False, True]


def test_a_subgroup_without_images_is_null(labelled: list[LabelledImage]) -> None:
    nevi = [image for image in labelled if image.code == "nv"]
    found = predict(FakeModel(), images=nevi, codes=CODES, progress=lambda _: None)
    evaluation = evaluate(found, classes=CLASSES, provenance=PROVENANCE, resamples=20)
    assert document(evaluation)["subgroups"] == {
        "histopathology_only": None,
        "without_follow_up": None,
    }
    assert "no images" in page_of(evaluation)


def test_files_say_the_same(evaluation: Evaluation, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "report"
    write_report(evaluation, folder=folder, page=page_of(evaluation))
    assert sorted(path.name for path in folder.iterdir()) == [
        "predictions.csv",
        "report.html",
        "report.json",
    ]
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    validate(report)
    with (folder / "predictions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:5] == ["image_id", "lesion_id", "dx", "finding", "correct"]
    assert np.mean([int(row["correct"]) for row in rows]) == pytest.approx(report["accuracy"])
    assert sum(float(rows[0][f"p_{code}"]) for code in CODES) == pytest.approx(1, abs=1e-5)


def test_the_page_is_whole_and_escaped(evaluation: Evaluation) -> None:
    page = page_of(evaluation)
    assert "not a diagnosis; not a medical device" in page
    assert "Melanocytic &lt;nevus&gt;" in page
    assert "Test &lt;model&gt;" in page
    assert "No dark skin &amp; no smartphones." in page
    assert "1 image gave no answer" in page
    for foreign in ("<nevus>", "<model>", "<b>'", "<script", "http", "url("):
        assert foreign not in page
    assert "$" not in page


def test_a_quick_look_says_so(predictions: Predictions) -> None:
    source = replace(PROVENANCE, labelled=500)
    page = page_of(evaluate(predictions, classes=CLASSES, provenance=source, resamples=5))
    assert "61 of 500 labelled images" in page


def test_plots_are_reproducible_and_differ() -> None:
    scored = simulate(7, lesions=40)
    one, two = (plots.roc_plot(scored, labels=CODES, malignant=[0, 1]) for _ in range(2))
    assert one == two
    assert one.startswith("data:image/svg+xml;base64,")
    assert plots.reliability_plot(scored) != one


def test_figures_in_words() -> None:
    assert both_words("accuracy", Figure(0.706, 0.64, 0.77)) == "71 % (95 % interval 64 to 77 %)"
    assert both_words("ece", Figure(0.05)) == "0.05"
    assert value_words("accuracy", Figure(None)) == "not defined"
    assert interval_words("recall", Figure(0.0, 0.0, 0.0)) == ""
