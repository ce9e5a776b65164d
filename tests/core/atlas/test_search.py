"""Exact search against the slow and obvious way."""

from __future__ import annotations

import numpy as np
import pytest

from core.atlas.search import Index
from core.trust.novelty import unit_length


def index_of(*vectors: tuple[float, ...], groups: tuple[int, ...] | None = None) -> Index:
    numbers = groups or tuple(range(len(vectors)))
    return Index(unit_length(np.array(vectors, np.float32)), np.array(numbers, np.intp))


def rows(index: Index, *query: float, count: int = 3, without: tuple[int, ...] = ()) -> list[int]:
    wanted = np.array(query, np.float32)
    found, _ = index.nearest(wanted, count=count, without=np.array(without, np.intp))
    return [int(row) for row in found]


def test_the_nearest_come_first_whatever_their_length() -> None:
    index = index_of((1, 0), (30, 1), (0, 2), (1, 1))
    assert rows(index, 5, 0) == [0, 1, 3]
    _, cosines = index.nearest(np.array([2, 0], np.float32), count=4)
    assert cosines.tolist() == pytest.approx([1, 0.999445, 0.707107, 0], abs=1e-6)


def test_equally_near_ones_come_in_the_order_of_ids() -> None:
    index = index_of((0, 1), (1, 0), (2, 0), (1, 0), (3, 0))
    assert rows(index, 1, 0, count=2) == [1, 2]
    assert rows(index, 1, 0, count=9) == [1, 2, 3, 4, 0]


def test_each_lesion_comes_once_by_its_nearest_image() -> None:
    index = index_of((1, 0), (9, 1), (1, 1), (0, 1), groups=(4, 4, 4, 2))
    assert rows(index, 1, 0) == [0, 3]
    assert rows(index, 1, 0.9, count=1) == [2]


def test_a_lesion_with_many_images_hides_no_other() -> None:
    many = [(1.0, 0.001 * number) for number in range(50)]
    index = index_of(*many, (0, 1), (0.1, 1), groups=(*([7] * 50), 1, 2))
    assert rows(index, 1, 0) == [0, 51, 50]


def test_what_is_left_out_never_comes() -> None:
    index = index_of((1, 0), (9, 1), (1, 1), groups=(1, 2, 3))
    assert rows(index, 1, 0, without=(1,)) == [1, 2]
    assert rows(index, 1, 0, without=(1, 2, 3)) == []


def test_many_agree_with_sorting_all() -> None:
    generator = np.random.default_rng(1)
    vectors = unit_length(generator.normal(size=(3000, 16)).astype(np.float32))
    index = Index(vectors, np.arange(3000, dtype=np.intp))
    query = generator.normal(size=16).astype(np.float32)
    expected = np.argsort(-(vectors @ query), kind="stable")[:10]
    assert rows(index, *query.tolist(), count=10) == expected.tolist()
