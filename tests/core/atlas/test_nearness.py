"""What is usual in an atlas, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from core.atlas.nearness import FEWEST, usual_distance
from core.atlas.search import Index


def on_a_circle(degrees: list[float], lesions: list[str | None]) -> Index:
    angles = np.radians(degrees)
    return Index.of(np.stack([np.cos(angles), np.sin(angles)], axis=1), lesions)


def test_pairs_of_lesions_lie_as_far_apart_as_they_do() -> None:
    starts = [10.0 * number for number in range(FEWEST // 2)]
    degrees = [angle for start in starts for angle in (start, start + 2)]
    names: list[str | None] = [f"L{number}" for number in range(len(degrees))]
    expected = 1 - np.cos(np.radians(2))
    assert usual_distance(on_a_circle(degrees, names)) == pytest.approx(expected, abs=2e-6)


def test_images_of_one_lesion_are_no_neighbours() -> None:
    degrees = [8.0 * number for number in range(FEWEST)]
    names: list[str | None] = [f"L{number}" for number in range(FEWEST)]
    twice = on_a_circle([*degrees, *degrees], [*names, *names])
    expected = 1 - np.cos(np.radians(8))
    assert usual_distance(twice) == pytest.approx(expected, abs=2e-6)


def test_of_few_lesions_nothing_is_said() -> None:
    degrees = [8.0 * number for number in range(FEWEST - 1)]
    assert usual_distance(on_a_circle(degrees, [None] * len(degrees))) is None
