"""What most points agree on, whatever the others say."""

from __future__ import annotations

import numpy as np
import pytest

from core.followup.similarity import best_similarity
from tests.core.followup.warping import similarity

SIDE = 800
MATRIX = similarity(np.zeros((600, SIDE, 3), np.uint8), degrees=33, scale=1.4, shift=(9, -70))


@pytest.mark.parametrize("astray", [0, 40, 160])
def test_points_astray_change_nothing(astray: int) -> None:
    rng = np.random.default_rng(6)
    source = rng.uniform(0, SIDE, (40 + astray, 2))
    target = source @ MATRIX[:, :2].T + MATRIX[:, 2]
    target[40:] = rng.uniform(0, SIDE, (astray, 2))
    best = best_similarity(source, target, side=SIDE)
    assert best is not None
    matrix, agreeing = best
    assert agreeing[:40].all()
    assert agreeing[40:].sum() <= 2
    assert matrix == pytest.approx(MATRIX, abs=0.5)


def test_noise_is_evened_out_over_all_that_agree() -> None:
    rng = np.random.default_rng(6)
    source = rng.uniform(0, SIDE, (400, 2))
    target = source @ MATRIX[:, :2].T + MATRIX[:, 2] + rng.normal(0, 1, source.shape)
    best = best_similarity(source, target, side=SIDE)
    assert best is not None
    assert best[1].all()
    assert best[0][:, :2] == pytest.approx(MATRIX[:, :2], abs=1e-3)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_fewer_than_two_places_say_nothing(count: int) -> None:
    same = np.full((count, 2), 7.0)
    assert best_similarity(same, same, side=SIDE) is None


def test_points_that_all_become_one_are_no_alignment() -> None:
    source = np.arange(20.0).reshape(10, 2)
    assert best_similarity(source, np.full((10, 2), 7.0), side=SIDE) is None
