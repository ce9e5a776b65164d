"""CIELAB against published values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.images.cielab import to_lab


@pytest.mark.parametrize(
    ("rgb", "lab"),  # of Lindbloom's calculator, D65, without adaptation
    [
        ((255, 255, 255), (100.0, 0.0, 0.0)),
        ((0, 0, 0), (0.0, 0.0, 0.0)),
        ((255, 0, 0), (53.2408, 80.0925, 67.2032)),
        ((0, 255, 0), (87.7347, -86.1827, 83.1793)),
        ((0, 0, 255), (32.2970, 79.1875, -107.8602)),
        ((119, 119, 119), (50.0344, 0.0, 0.0)),
        ((1, 1, 1), (0.2742, 0.0, 0.0)),
    ],
)
def test_published_colours(rgb: tuple[int, ...], lab: tuple[float, ...]) -> None:
    np.testing.assert_allclose(to_lab(np.array(rgb, np.uint8)), lab, atol=0.01)


@given(st.integers(0, 255))
def test_greys_have_no_hue(level: int) -> None:
    grey = to_lab(np.full(3, level, np.uint8))
    assert abs(grey[1]) < 1e-9
    assert abs(grey[2]) < 1e-9
