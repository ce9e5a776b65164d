"""Integers do what arrays would."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.trust.quality.bits import Bits

Mask = NDArray[np.bool_]
MASKS = arrays(np.bool_, st.tuples(st.integers(1, 12), st.integers(1, 19)))
STEPS = [(0, 1), (1, 0), (1, 1), (1, -1), (1, 2), (2, 1), (1, -2), (2, -1)]


@given(MASKS)
def test_a_mask_survives(mask: Mask) -> None:
    packed = Bits.of(mask)
    assert np.array_equal(packed.mask, mask)
    assert packed.share == pytest.approx(mask.mean())


@given(MASKS, st.sampled_from(STEPS), st.integers(1, 6))
def test_opening_keeps_runs(mask: Mask, step: tuple[int, int], length: int) -> None:
    expected = np.zeros_like(mask)
    height, width = mask.shape
    for row, column in np.ndindex(height, width):
        places = [(row + n * step[0], column + n * step[1]) for n in range(length)]
        if all(0 <= y < height and 0 <= x < width and mask[y, x] for y, x in places):
            for place in places:
                expected[place] = True
    assert np.array_equal(Bits.of(mask).opened(step, length=length).mask, expected)


@given(MASKS, st.data())
def test_what_hangs_together(mask: Mask, data: st.DataObject) -> None:
    start = tuple(data.draw(st.integers(0, side - 1)) for side in mask.shape)
    reached, waiting = np.zeros_like(mask), [start] if mask[start] else []
    while waiting:
        row, column = waiting.pop()
        inside = 0 <= row < mask.shape[0] and 0 <= column < mask.shape[1]
        if inside and mask[row, column] and not reached[row, column]:
            reached[row, column] = True
            waiting += [(row + 1, column), (row - 1, column)]
            waiting += [(row, column + 1), (row, column - 1)]
    assert np.array_equal(Bits.of(mask).connected(*start).mask, reached)


@given(MASKS)
def test_joining(mask: Mask) -> None:
    whole = Bits.of(mask).joined(Bits.of(~mask))
    assert whole.mask.all()
    assert whole.share == 1
