"""Light that is evened out."""

from __future__ import annotations

import numpy as np
import pytest

from core.followup.details.light import even_light


def test_a_faint_pattern_shows_as_much_in_the_shade_as_in_the_light() -> None:
    pattern = np.random.default_rng(2).normal(0, 4, (240, 320))
    light = np.where(np.arange(320) < 160, 60, 200)
    even = even_light((light + pattern).clip(0, 255).astype(np.uint8))
    dark, bright = even[:, :120], even[:, 200:]
    assert dark.std() > 3 * 4
    assert dark.std() == pytest.approx(bright.std(), rel=0.1)


def test_what_is_darker_than_all_around_stays_so_within_the_levels_there_are() -> None:
    chequered = 100 + np.indices((67, 131)).sum(axis=0) % 2
    even = even_light(chequered.astype(np.uint8))
    assert even[chequered == 100].max() < even[chequered == 101].min()
    assert even.min() >= 0
    assert even.max() <= 255


@pytest.mark.parametrize("shape", [(1, 1), (3, 50), (67, 131)])
def test_pictures_of_any_shape_keep_it(shape: tuple[int, int]) -> None:
    assert even_light(np.full(shape, 90, np.uint8)).shape == shape
