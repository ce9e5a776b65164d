"""Intervals: equal to the slow way, as wide as they should be, and right about as often as said."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.trust.intervals import wilson
from tests.training.evaluation.support import CLASSES, simulate
from training.evaluation import bootstrap, metrics
from training.evaluation.figures import Figures, centred_interval, interval, measure
from training.evaluation.metrics import Scored

FIGURES: dict[str, Callable[[Scored], float]] = {
    "accuracy": metrics.accuracy,
    "balanced_accuracy": metrics.balanced_accuracy,
    "macro_f1": metrics.macro_f1,
    "ece": metrics.ece,
    "brier": metrics.brier,
    "malignant_auc": lambda scored: metrics.auc(scored, positive=[0, 1]),
}


def naive(scored: Scored, *, resamples: int, seed: int) -> list[Scored]:
    """The cluster bootstrap as one would write it down: copy the images of each drawn lesion."""
    clusters = scored.clusters
    drawn = np.concatenate(
        list(bootstrap.draws(int(clusters.max()) + 1, resamples=resamples, seed=seed))
    ).astype(int)
    copies = []
    for counts in drawn:
        lesions = np.repeat(np.arange(len(counts)), counts)
        images = np.concatenate([np.flatnonzero(clusters == lesion) for lesion in lesions])
        copies.append(Scored(scored.probabilities[images], scored.truth[images]))
    return copies


@settings(max_examples=15, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    lesions=st.integers(1, 12),
    images=st.integers(1, 3),
    rounded=st.booleans(),
)
def test_equal_to_the_slow_way(seed: int, lesions: int, images: int, *, rounded: bool) -> None:
    scored = simulate(seed, lesions=lesions, images_per_lesion=images)
    if rounded:  # many equal scores
        p = np.ceil(scored.probabilities * 4)
        scored = Scored(p / p.sum(axis=1, keepdims=True), scored.truth, scored.lesions)
    fast = bootstrap.resample(scored, malignant=[0, 1], resamples=20, seed=seed)
    slow = naive(scored, resamples=20, seed=seed)
    for name, figure in FIGURES.items():
        expected = [figure(copy) for copy in slow]
        np.testing.assert_allclose(getattr(fast, name), expected, atol=1e-9, err_msg=name)
    for row, copy in enumerate(slow):
        for name, values in zip(
            ("precision", "recall", "f1"), metrics.precision_recall_f1(copy), strict=True
        ):
            np.testing.assert_allclose(getattr(fast, name)[row], values, atol=1e-9)
        areas = [metrics.auc(copy, positive=[index]) for index in range(3)]
        np.testing.assert_allclose(fast.auc[row], areas, atol=1e-9)


def test_draws_are_multinomial() -> None:
    counts = np.concatenate(list(bootstrap.draws(5, resamples=20_000, seed=0)))
    assert counts.shape == (20_000, 5)
    assert np.all(counts.sum(axis=1) == 5)
    assert counts.mean(axis=0) == pytest.approx(np.ones(5), abs=0.03)
    assert counts.var(axis=0) == pytest.approx(np.full(5, 5 * 0.2 * 0.8), abs=0.05)


def test_equal_seeds_give_equal_draws() -> None:
    scored = simulate(3, lesions=40)
    one, two = (bootstrap.resample(scored, malignant=[0], resamples=150) for _ in range(2))
    np.testing.assert_array_equal(one.balanced_accuracy, two.balanced_accuracy)


def width(figures: Figures, name: str = "balanced_accuracy") -> float:
    figure = figures.headline[name]
    assert figure.low is not None
    assert figure.high is not None
    return figure.high - figure.low


def test_knowing_the_lesions_widens_the_interval() -> None:
    scored = simulate(4, lesions=100, images_per_lesion=5)
    blind = Scored(scored.probabilities, scored.truth)
    known = measure(scored, classes=CLASSES, resamples=500)
    unknown = measure(blind, classes=CLASSES, resamples=500)
    assert (known.lesions, unknown.lesions) == (100, None)
    # Images of a lesion are nearly copies: about 100 independent ones rather than 500.
    assert width(known) / width(unknown) == pytest.approx(np.sqrt(5), rel=0.25)


def covered(name: str, truth: float, *, trials: int) -> float:
    hits = 0
    for trial in range(trials):
        scored = simulate(1000 + trial, lesions=150, images_per_lesion=2)
        figure = measure(scored, classes=CLASSES, resamples=300).headline[name]
        assert figure.low is not None
        assert figure.high is not None
        hits += figure.low <= truth <= figure.high
    return hits / trials


@pytest.mark.parametrize("name", ["balanced_accuracy", "malignant_auc", "brier"])
def test_the_truth_lies_inside_about_as_often_as_said(name: str) -> None:
    truth = FIGURES[name](simulate(0, lesions=200_000))
    # 150 trials at 95 %: the standard error is 1.8 points.
    assert covered(name, truth, trials=150) == pytest.approx(0.95, abs=0.05)


def test_a_resample_without_a_class_averages_over_those_it_has() -> None:
    p = np.array([[0.9, 0.1], [0.8, 0.2]])
    drawn = bootstrap.resample(Scored(p, np.array([0, 1])), malignant=[0], resamples=400)
    assert set(np.round(drawn.balanced_accuracy, 6)) == {0.0, 0.5, 1.0}
    assert np.isnan(drawn.recall).any()
    assert np.isnan(drawn.malignant_auc).any()


def test_undefined_resamples_are_left_out_of_the_interval() -> None:
    figure = interval(0.5, np.array([np.nan, 0.4, 0.6, np.nan]))
    assert figure.low == pytest.approx(0.405)
    assert figure.high == pytest.approx(0.595)


def test_what_is_right_of_a_few_lesions_is_not_certain() -> None:
    """Redrawn, they are right again and again."""
    truth = np.repeat(np.array([0, 1], np.intp), (40, 80))
    lesions = np.repeat(np.arange(60, dtype=np.intp), 2)
    p = np.eye(2)[truth] * 0.8 + 0.1
    p[80:] = p[80:, ::-1]  # of the last 20, all are taken for the first class
    first, second = measure(
        Scored(p, truth, lesions), classes=CLASSES[:2], melanoma=CLASSES[0].code, resamples=50
    ).per_class.values()
    assert first.recall.value == second.precision.value == 1
    assert (first.recall.low, first.recall.high) == pytest.approx(wilson(20, 20))
    assert (second.precision.low, second.precision.high) == pytest.approx(wilson(20, 20))
    assert second.recall.low is not None
    assert second.recall.value == pytest.approx(0.5)
    assert second.recall.low < 0.5
    none = measure(
        Scored(p[80:], truth[80:], lesions[80:]), classes=CLASSES[:2], resamples=50
    ).headline["accuracy"]
    assert (none.low, none.high) == pytest.approx(wilson(0, 20))


@pytest.mark.parametrize(("value", "expected"), [(np.nan, None), (0.5, 0.5)])
def test_without_resamples_there_is_no_interval(value: float, expected: float | None) -> None:
    figure = interval(value, np.array([np.nan, np.nan]))
    assert (figure.value, figure.low, figure.high) == (expected, None, None)


def test_the_interval_of_the_calibration_error_holds_its_value() -> None:
    drawn: NDArray[np.float64] = np.random.default_rng(0).normal(0.3, 0.05, size=1000)
    figure = centred_interval(0.1, drawn)
    assert figure.low == pytest.approx(0.0, abs=0.02)
    assert figure.high == pytest.approx(0.2, abs=0.02)


def test_melanoma_sensitivity_is_none_without_such_a_class() -> None:
    scored = simulate(5, lesions=20)
    assert measure(scored, classes=CLASSES, resamples=5).headline["melanoma_sensitivity"].value
    other = measure(scored, classes=CLASSES, melanoma="none", resamples=5)
    assert other.headline["melanoma_sensitivity"].value is None


def test_without_malignant_classes_their_auc_is_none() -> None:
    benign = [SimpleNamespace(code=kind.code, name="", malignant=False) for kind in CLASSES]
    figures = measure(simulate(6, lesions=20), classes=benign, resamples=5)
    assert figures.headline["malignant_auc"].value is None
