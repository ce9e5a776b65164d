"""Fitted thresholds keep their promises on images that they were not fitted on."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.trust.rules import PredictionSetRule
from training.trust.rules import fit_certainty, fit_operating_point, fit_prediction_sets

CODES = ("a", "b", "c")
Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


def answers(count: int, *, seed: int) -> tuple[Floats, Labels]:
    """Draw answers of a mediocre, roughly calibrated model to unevenly frequent classes."""
    generator = np.random.default_rng(seed)
    labels = generator.choice(3, size=count, p=[0.7, 0.2, 0.1])
    logits = generator.normal(0, 1, (count, 3)) + 2.0 * np.eye(3)[labels]
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return shares, labels


def covered(rule: PredictionSetRule, shares: Floats, labels: Labels, index: int) -> float:
    own = shares[labels == index, index]
    return float((own >= rule.thresholds[CODES[index]]).mean())


def test_sets_cover_each_class_of_new_images_on_average() -> None:
    rules = [
        fit_prediction_sets(*answers(300, seed=seed), codes=CODES, coverage=0.9)
        for seed in range(40)
    ]
    fresh = answers(20_000, seed=99)
    for index in range(3):
        mean = np.mean([covered(rule, *fresh, index) for rule in rules])
        assert 0.885 < mean < 0.95


def test_with_too_few_images_for_any_promise_everything_stands_in_the_set() -> None:
    shares = np.full((8, 3), 1 / 3)
    rule = fit_prediction_sets(shares, np.zeros(8, np.int64), codes=CODES, coverage=0.9)
    assert rule.thresholds == {"a": 0.0, "b": 0.0, "c": 0.0}


def test_rare_classes_share_a_threshold_that_holds_for_them_together() -> None:
    held = []
    fresh, labels = answers(20_000, seed=99)
    for seed in range(60):
        shares, own = answers(140, seed=seed)
        rule = fit_prediction_sets(shares, own, codes=CODES, coverage=0.9)
        counts = np.bincount(own)
        assert (rule.thresholds["b"] == rule.thresholds["c"]) == (counts[1] < 30)
        rare = [index for index in range(3) if counts[index] < 30]
        assert rule.thresholds["c"] > 0 or counts[2] < 9
        among = np.isin(labels, rare)
        thresholds = np.array([rule.thresholds[code] for code in CODES])
        held.append((fresh[among, labels[among]] >= thresholds[labels[among]]).mean())
    assert 0.88 < np.mean(held) < 0.95


def test_sure_findings_of_new_images_are_wrong_no_more_often_than_stated() -> None:
    shares, labels = answers(20_000, seed=98)
    wrong = shares.argmax(axis=1) != labels
    rates, shares_sure = [], []
    for seed in range(40):
        rule = fit_certainty(*answers(300, seed=seed), error_rate=0.1)
        assert rule is not None
        sure = shares.max(axis=1) >= rule.threshold
        shares_sure.append(sure.mean())
        rates.append(wrong[sure].mean())
    assert 0.3 < np.mean(shares_sure) < 1  # not by calling everything uncertain
    assert np.mean(rates) < 0.1
    assert np.mean(np.array(rates) > 0.1) < 0.25  # 0.1 is promised; 40 draws say no more


def test_a_model_that_is_never_right_is_never_sure() -> None:
    shares, labels = answers(100, seed=1)
    assert fit_certainty(shares, (labels + 1) % 3, error_rate=0.01) is None
    assert fit_certainty(shares[:3], labels[:3], error_rate=0.1) is None


def test_equal_probabilities_are_accepted_together_or_not_at_all() -> None:
    shares = np.tile([0.8, 0.1, 0.1], (80, 1))
    labels = np.array([0] * 60 + [1] * 20)  # a quarter wrong, the right ones first
    assert fit_certainty(shares, labels, error_rate=0.1) is None
    rule = fit_certainty(shares, labels, error_rate=0.4)
    assert rule is not None
    assert rule.threshold == pytest.approx(0.8)


def test_an_operating_point_finds_its_share_of_new_malignant_lesions() -> None:
    generator = np.random.default_rng(3)

    def totals(count: int) -> tuple[Floats, NDArray[np.bool_]]:
        truth = generator.random(count) < 0.2
        return 1 / (1 + np.exp(-generator.normal(2.0 * truth - 1, 1))), truth

    points = [fit_operating_point(*totals(300), sensitivity=0.9) for _ in range(60)]
    malignant, truth = totals(20_000)
    found = [(malignant[truth] >= point.threshold).mean() for point in points]
    assert 0.9 <= np.mean(found) < 0.95
    spared = [(malignant[~truth] < point.threshold).mean() for point in points]
    assert np.mean(spared) == pytest.approx(np.mean([p.specificity for p in points]), abs=0.02)
    assert points[0].name == "sensitivity_90"


def test_without_malignant_lesions_everything_counts_as_malignant() -> None:
    point = fit_operating_point(np.array([0.1, 0.2]), np.array([False, False]), sensitivity=0.9)
    assert (point.threshold, point.sensitivity, point.specificity) == (0, 0, 0)
