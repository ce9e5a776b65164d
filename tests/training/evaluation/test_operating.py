"""Specificity at a sensitivity, groups of patients, and images to look at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.metrics import roc_curve

from core.trust.intervals import wilson
from tests.training.evaluation.support import CODES, FakeModel
from training.evaluation import bootstrap
from training.evaluation.gallery import fair_sample, gallery, surest_mistakes
from training.evaluation.groups import FEWEST, group_masks
from training.evaluation.metrics import Scored
from training.evaluation.operating import _specificity, operating_points
from training.evaluation.predictor import Predictions, predict
from training.labels import LabelledImage


def scored(count: int = 400, *, seed: int = 1, ties: bool = False) -> Scored:
    generator = np.random.default_rng(seed)
    truth = generator.integers(0, 3, count)
    logits = generator.normal(0, 1, (count, 3)) + 1.2 * np.eye(3)[truth]
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    if ties:
        shares = np.round(shares, 1) + 1e-6
        shares /= shares.sum(axis=1, keepdims=True)
    return Scored(shares, truth.astype(np.intp), (np.arange(count) // 2).astype(np.intp))


@pytest.mark.parametrize("ties", [False, True])
@pytest.mark.parametrize("sensitivity", [0.9, 0.95])
def test_it_is_a_point_of_the_roc_curve(*, ties: bool, sensitivity: float) -> None:
    data = scored(ties=ties)
    points = operating_points(data, melanoma=1, malignant=[0, 1], resamples=50)
    (point,) = [p for p in points if (p.sought, p.sensitivity) == ("melanoma", sensitivity)]
    false, true, thresholds = roc_curve(
        data.truth == 1, data.probabilities[:, 1], drop_intermediate=False
    )
    place = np.argmax(true >= sensitivity - 1e-9)
    assert point.specificity.value == pytest.approx(1 - false[place])
    assert point.threshold == pytest.approx(thresholds[place])
    low, value, high = (
        getattr(point.specificity, name) or 0.0 for name in ("low", "value", "high")
    )
    assert 0 < low <= value <= high < 1


def test_that_all_of_a_few_are_spared_is_not_certain() -> None:
    shares = np.eye(2)[[0] * 20 + [1] * 10] * 0.8 + 0.1
    truth = np.repeat(np.array([0, 1], np.intp), [20, 10])
    lesions = np.arange(30, dtype=np.intp) // 2
    (point, _) = operating_points(
        Scored(shares, truth, lesions), melanoma=None, malignant=[1], resamples=50
    )
    assert point.specificity.value == 1
    assert point.specificity.span == pytest.approx(wilson(10, 10))


def test_each_resample_chooses_its_own_threshold() -> None:
    data = scored(60)
    order = np.argsort(-data.probabilities[:, 1], kind="stable")
    positive, scores = (data.truth == 1)[order], data.probabilities[order, 1]
    (weights,) = bootstrap.draws(30, resamples=20, seed=4)
    drawn = weights[:, data.clusters[order]]
    _, found = _specificity(positive, scores, drawn, 0.9)
    for row, specificity in zip(drawn.astype(int), found, strict=True):
        false, true, _ = roc_curve(np.repeat(positive, row), np.repeat(scores, row),
                                   drop_intermediate=False)  # fmt: skip
        assert specificity == pytest.approx(1 - false[np.argmax(true >= 0.9 - 1e-9)])


def test_without_melanomas_there_is_nothing_to_measure() -> None:
    data = scored(50)
    only = Scored(data.probabilities, np.zeros(50, np.intp), data.lesions)
    points = operating_points(only, melanoma=1, malignant=[0], resamples=5)
    assert all(point.threshold is None and point.specificity.value is None for point in points)
    assert {
        p.sought for p in operating_points(data, melanoma=None, malignant=[0], resamples=5)
    } == {"malignant"}


def image(number: int, **row: str) -> LabelledImage:
    return LabelledImage(str(number), Path(f"{number}.jpg"), CODES[0], None, row)


def test_patients_are_grouped_by_what_the_labels_say() -> None:
    ages = ["29", "30", "69.5", "70", "", "nan"]
    images = [
        image(n, age=ages[n % 6], sex=("male", "")[n % 2], localization="back")
        for n in range(6 * FEWEST)
    ]
    masks = group_masks(images)
    assert list(masks["age"]) == ["under 30", "30 to 49", "50 to 69", "70 and over", "not known"]
    assert masks["age"]["not known"].sum() == 2 * FEWEST
    assert list(masks["sex"]) == ["male", "not known"]
    assert masks["site"]["back"].all()
    assert group_masks([image(n) for n in range(50)]) == {}
    assert "age" not in group_masks([image(n, age="50") for n in range(FEWEST - 1)])


@pytest.fixture
def predictions(labelled: list[LabelledImage]) -> Predictions:
    return predict(FakeModel(), images=labelled, codes=CODES, progress=lambda _: None)


def test_the_surest_mistakes_come_first(predictions: Predictions) -> None:
    data = predictions.scored()
    positions = surest_mistakes(predictions)
    stated = data.probabilities.max(axis=1)[positions]
    assert (np.diff(stated) <= 0).all()
    assert (data.finding[positions] != data.truth[positions]).all()
    assert len(positions) == min(24, int((data.finding != data.truth).sum()))


def test_a_sample_is_fair_and_the_same_each_time(predictions: Predictions) -> None:
    positions = fair_sample(predictions, count=2 * len(CODES))
    assert positions == fair_sample(predictions, count=2 * len(CODES))
    counts = np.bincount(predictions.scored().truth[positions])
    assert counts.max() <= 2


def test_an_image_that_cannot_be_shown_keeps_its_place(predictions: Predictions) -> None:
    def blind(_: object) -> dict[Path, NDArray[np.uint8]]:
        return {}

    html = gallery(predictions, [0, 1], paint=blind)
    assert html.count("cannot be shown") == 2
    assert gallery(predictions, [], paint=blind) == "<p>None.</p>"
