"""Point figures: against values worked out by hand, scikit-learn, and invariances."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics as reference

from tests.training.evaluation.support import simulate
from training.evaluation import metrics
from training.evaluation.metrics import Scored

# Findings 0 0 1 1 2 against diagnoses 0 1 1 1 0: worked out by hand below.
HAND = Scored(
    np.array([[0.8, 0.1, 0.1], [0.5, 0.4, 0.1], [0.2, 0.6, 0.2], [0.0, 1.0, 0.0], [0.3, 0.3, 0.4]]),
    np.array([0, 1, 1, 1, 0]),
)


def test_shares_worked_out_by_hand() -> None:
    assert metrics.accuracy(HAND) == pytest.approx(3 / 5)
    assert metrics.balanced_accuracy(HAND) == pytest.approx((1 / 2 + 2 / 3) / 2)
    # F1: class 0 has 1 hit, 2 diagnoses, 2 findings; class 1 has 2 hits, 3 diagnoses, 2 findings.
    assert metrics.macro_f1(HAND) == pytest.approx((2 / 4 + 4 / 5) / 2)


def test_class_figures_worked_out_by_hand() -> None:
    precision, recall, f1 = metrics.precision_recall_f1(HAND)
    assert precision == pytest.approx([1 / 2, 1, 0])
    assert recall[:2] == pytest.approx([1 / 2, 2 / 3])
    assert np.isnan(recall[2])
    assert f1 == pytest.approx([1 / 2, 4 / 5, 0])


def test_auc_worked_out_by_hand() -> None:
    # Positives 0.8, 0.3 against 0.5, 0.2, 0.0: all pairs but (0.3, 0.5) in order.
    assert metrics.auc(HAND, positive=[0]) == pytest.approx(5 / 6)
    assert metrics.auc(HAND, positive=[1, 2]) == pytest.approx(5 / 6)
    assert np.isnan(metrics.auc(HAND, positive=[2]))
    assert np.isnan(metrics.auc(HAND, positive=[]))


def test_equal_scores_count_half() -> None:
    tied = Scored(np.full((4, 2), 0.5), np.array([0, 1, 1, 0]))
    assert metrics.auc(tied, positive=[0]) == 0.5


def test_brier_worked_out_by_hand() -> None:
    squares = [0.04 + 0.01 + 0.01, 0.25 + 0.36 + 0.01, 0.04 + 0.16 + 0.04, 0, 0.49 + 0.09 + 0.16]
    assert metrics.brier(HAND) == pytest.approx(np.mean(squares))


def test_brier_is_two_at_worst() -> None:
    worst = Scored(np.array([[1.0, 0.0]]), np.array([1]))
    assert metrics.brier(worst) == 2


def test_ece_worked_out_by_hand() -> None:
    # Top 0.8 right, 0.5 wrong, 0.6 right, 1.0 right, 0.4 wrong. Bins of 1/15 are closed above:
    # 0.8 = 12/15 is in bin 11, 0.6 in 8, 0.4 in 5, so no two images share a bin.
    assert list(metrics.confidence_bins(HAND)) == [11, 7, 8, 14, 5]
    assert metrics.ece(HAND) == pytest.approx((0.2 + 0.5 + 0.4 + 0 + 0.4) / 5)


def test_ece_cancels_within_a_bin() -> None:
    p = np.tile([0.75, 0.25], (4, 1))
    assert metrics.ece(Scored(p, np.array([0, 0, 0, 1]))) == pytest.approx(0)


def test_figures_equal_scikit_learn() -> None:
    scored = simulate(1, lesions=300)
    truth, finding, p = scored.truth, scored.finding, scored.probabilities
    assert metrics.balanced_accuracy(scored) == pytest.approx(
        reference.balanced_accuracy_score(truth, finding)
    )
    assert metrics.macro_f1(scored) == pytest.approx(
        reference.f1_score(truth, finding, average="macro")
    )
    areas = [metrics.auc(scored, positive=[index]) for index in range(3)]
    assert np.mean(areas) == pytest.approx(reference.roc_auc_score(truth, p, multi_class="ovr"))


@settings(deadline=None)
@given(seed=st.integers(0, 10_000), lesions=st.integers(1, 30))
def test_the_order_of_images_means_nothing(seed: int, lesions: int) -> None:
    scored = simulate(seed, lesions=lesions)
    order = np.random.default_rng(seed).permutation(lesions)
    shuffled = Scored(scored.probabilities[order], scored.truth[order])
    for figure in (
        metrics.accuracy,
        metrics.balanced_accuracy,
        metrics.macro_f1,
        metrics.ece,
        metrics.brier,
    ):
        assert figure(shuffled) == pytest.approx(figure(scored))
        assert 0 <= figure(scored) <= 2


@settings(deadline=None)
@given(seed=st.integers(0, 10_000), lesions=st.integers(1, 30))
def test_the_order_of_classes_means_nothing(seed: int, lesions: int) -> None:
    scored = simulate(seed, lesions=lesions)
    order = np.random.default_rng(seed).permutation(3)
    renamed = Scored(scored.probabilities[:, order], np.argsort(order)[scored.truth])
    assert metrics.balanced_accuracy(renamed) == pytest.approx(metrics.balanced_accuracy(scored))
    assert metrics.macro_f1(renamed) == pytest.approx(metrics.macro_f1(scored))
    assert metrics.ece(renamed) == pytest.approx(metrics.ece(scored))
    assert metrics.brier(renamed) == pytest.approx(metrics.brier(scored))


@pytest.mark.parametrize(
    ("probabilities", "truth"),
    [
        (np.zeros((0, 2)), np.zeros(0, dtype=np.intp)),
        (np.array([[0.5, 0.5]]), np.array([0, 1])),
        (np.array([[0.5, 0.4]]), np.array([0])),
        (np.array([[1.5, -0.5]]), np.array([0])),
        (np.array([[np.nan, 1.0]]), np.array([0])),
        (np.array([[0.5, 0.5]]), np.array([2])),
        (np.array([[0.5, 0.5]]), np.array([-1])),
    ],
)
def test_what_is_no_answer_is_refused(
    probabilities: np.typing.NDArray[np.float64], truth: np.typing.NDArray[np.intp]
) -> None:
    with pytest.raises(ValueError, match=r"."):
        Scored(probabilities, truth)


def test_lesions_must_fit() -> None:
    with pytest.raises(ValueError, match="lesions"):
        Scored(HAND.probabilities, HAND.truth, np.array([1]))
