"""Details of two pictures find each other, however many they are."""

from __future__ import annotations

import numpy as np
import pytest

from core.followup.matching import Details, common_points


def details(count: int, *, seed: int = 4) -> Details:
    rng = np.random.default_rng(seed)
    descriptors = rng.uniform(0, 1, (count, 128)).astype(np.float32)
    lengths = np.linalg.norm(descriptors, axis=1, keepdims=True)
    return Details(rng.uniform(0, 800, (count, 2)), descriptors / lengths, 800)


def chosen(every: Details, rows: np.ndarray) -> Details:
    return Details(every.points[rows], every.descriptors[rows], every.side)


@pytest.mark.parametrize("count", [2, 1000, 1001, 2300])
def test_each_finds_its_like_wherever_it_stands(count: int) -> None:
    older = details(count)
    order = np.random.default_rng(1).permutation(count)
    newer, found = common_points(chosen(older, order), older)
    assert np.array_equal(newer, older.points[order])
    assert np.array_equal(found, newer)


def test_what_resembles_two_alike_is_left_out() -> None:
    one = details(3)
    twice = chosen(one, np.array([0, 1, 2, 2]))
    newer, _ = common_points(one, twice)
    assert np.array_equal(newer, one.points[:2])


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_have_nothing_in_common(count: int) -> None:
    for newer, older in ((details(count), details(5)), (details(5), details(count))):
        assert [part.shape for part in common_points(newer, older)] == [(0, 2)] * 2
