"""The random fields have the size, range and shape that the drawings rely on."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.phantoms.noise import fractal_noise, honeycomb, smooth_noise, smoothstep, soften

SHAPE = (90, 130)


def rng(seed: int = 1) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


@pytest.mark.parametrize("scale", [2.5, 12.0, 60.0, 500.0])
def test_smooth_noise_has_the_shape_and_no_flat_border(scale: float) -> None:
    field = smooth_noise(rng(), SHAPE, scale=scale)
    assert field.shape == SHAPE
    assert field.dtype == np.float32
    assert np.ptp(field[0]) > 0
    assert np.ptp(field[:, -1]) > 0


def test_features_grow_with_the_scale() -> None:
    fine, coarse = (smooth_noise(rng(), SHAPE, scale=s) for s in (4.0, 40.0))
    assert np.abs(np.diff(fine, axis=1)).mean() > 3 * np.abs(np.diff(coarse, axis=1)).mean()


def test_noise_has_about_zero_mean_and_unit_variance() -> None:
    fields = np.stack([fractal_noise(rng(seed), (200, 200), scale=12) for seed in range(8)])
    assert abs(fields.mean()) < 0.1
    assert 0.8 < fields.std() < 1.3


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 999), cell=st.floats(6, 40))
def test_the_second_seed_is_never_nearer_than_the_nearest(seed: int, cell: float) -> None:
    cells = honeycomb(rng(seed), SHAPE, cell=cell)
    assert (cells.nearest <= cells.second).all()
    assert cells.nearest.max() < 2  # every pixel lies in some cell
    assert ((cells.seed >= 0) & (cells.seed < 1)).all()


def test_cells_are_as_large_as_asked() -> None:
    cells = honeycomb(rng(), (400, 400), cell=13, jitter=0, warp=0)
    expected = 400 * 400 / (13 * 13 * 0.87)
    assert len(np.unique(cells.seed)) == pytest.approx(expected, rel=0.15)


def test_soften_keeps_a_constant_and_spreads_a_point() -> None:
    assert np.allclose(soften(np.full(SHAPE, 3, np.float32), passes=4), 3)
    point = np.zeros((21, 21), np.float32)
    point[10, 10] = 1
    spread = soften(point, passes=2)
    assert spread.sum() == pytest.approx(1)
    assert spread[10, 10] == pytest.approx((6 / 16) ** 2)


@given(st.floats(-3, 3), st.floats(-3, 3))
def test_smoothstep_rises_from_zero_to_one(a: float, b: float) -> None:
    low, high = smoothstep(np.array([min(a, b), max(a, b)], np.float32), -1, 1)
    assert 0 <= low <= high <= 1
    ends = smoothstep(np.array([-1, 1], np.float32), -1, 1)
    assert ends.tolist() == [0, 1]
