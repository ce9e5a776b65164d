"""Pictures are drawn where they belong, and made smaller without being skipped through."""

from __future__ import annotations

import numpy as np
import pytest

from core.followup.drawing import reduced, warped
from tests.core.followup.warping import similarity


@pytest.mark.parametrize("channels", [3, 4])
def test_a_shift_by_whole_pixels_moves_each_and_leaves_black_behind(channels: int) -> None:
    picture = np.random.default_rng(1).integers(1, 255, (30, 40, channels), dtype=np.uint8)
    picture[..., 3:] = 255
    drawn = warped(picture, np.array([[1.0, 0, 5], [0, 1, -3]]), size=(30, 50))
    assert np.array_equal(drawn[:27, 5:45], picture[3:])
    assert not drawn[:, :5].any()
    assert not drawn[27:].any()


def test_half_a_turn_shows_the_same_pixels() -> None:
    picture = np.random.default_rng(1).integers(0, 255, (30, 40, 3), dtype=np.uint8)
    drawn = warped(picture, similarity(picture, degrees=180), size=(30, 40))
    assert np.abs(drawn.astype(int) - picture[::-1, ::-1]).max() <= 1


def test_what_becomes_smaller_is_the_mean_of_what_it_covers() -> None:
    chequered = np.indices((64, 64)).sum(axis=0).astype(np.uint8) % 2 * 200
    small = reduced(np.dstack([chequered] * 3), 0.25)
    assert small.shape == (16, 16, 3)
    assert np.abs(small.astype(int) - 100).max() <= 1
