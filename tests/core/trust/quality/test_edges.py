"""The quick ways of the gate say what the plain ones say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from core.trust.quality.edges import widened
from core.trust.quality.frame import frame_of
from core.trust.quality.hair import _closed_along
from core.trust.quality.view import View

Pixels = NDArray[np.uint8]
MARGIN = 8


@given(arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, max_side=9)), st.integers(1, 4))
def test_a_margin_repeats_the_outermost_pixels(pixels: Pixels, margin: int) -> None:
    np.testing.assert_array_equal(widened(pixels, margin), np.pad(pixels, margin, mode="edge"))


@pytest.mark.parametrize(
    ("step", "length"), [((0, 1), 9), ((1, 0), 9), ((1, 1), 6), ((1, -1), 6), ((0, 1), 2)]
)
@settings(max_examples=20)
@given(pixels=arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=12)))
def test_a_closing_is_the_least_of_the_largest_of_each_run(
    step: tuple[int, int], length: int, pixels: Pixels
) -> None:
    padded = np.pad(pixels, MARGIN, mode="edge")
    closed = _closed_along(widened(pixels, MARGIN), step, length=length)
    assert closed.shape == pixels.shape
    for (row, column), value in np.ndenumerate(closed):
        runs = [
            [
                padded[MARGIN + row + place * step[0], MARGIN + column + place * step[1]]
                for place in range(first, first + length)
            ]
            for first in range(1 - length, 1)
        ]
        assert value == min(max(run) for run in runs)


@given(arrays(np.uint8, st.tuples(st.integers(2, 8), st.integers(2, 8), st.just(3))))
def test_a_frame_is_what_is_black_all_the_way_to_an_edge(coarse: Pixels) -> None:
    dark = coarse.max(axis=2) < 40
    found = frame_of(View(coarse[..., 0], coarse))
    for (row, column), marked in np.ndenumerate(found):
        ways = (
            dark[: row + 1, column], dark[row:, column],
            dark[row, : column + 1], dark[row, column:],
        )  # fmt: skip
        assert marked == any(way.all() for way in ways)
