"""Heat maps come back to where the network saw what heated them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.images import FitMode, FitSpec, Placement, map_back, place
from core.images.heat import cells_shown

sides = st.integers(1, 400)
specs = st.builds(FitSpec, st.integers(8, 256), st.integers(8, 256), st.sampled_from(FitMode))
grids = st.tuples(st.integers(1, 16), st.integers(1, 16))
examples = settings(max_examples=60, deadline=None)


@examples
@given(sides, sides, specs, grids)
def test_an_even_map_is_even_where_seen_and_nan_elsewhere(
    height: int, width: int, spec: FitSpec, grid: tuple[int, int]
) -> None:
    placement = place(height, width, spec)
    heat = map_back(np.full(grid, 3.0, np.float32), placement)
    assert heat.shape == (height, width)
    assert heat.dtype == np.float32
    box = placement.source
    seen = np.outer(within(height, box.top, box.bottom), within(width, box.left, box.right))
    assert np.allclose(heat[seen], 3.0, atol=1e-5)
    assert np.isnan(heat[~seen]).all()


def within(count: int, start: float, end: float) -> NDArray[np.bool_]:
    centres = np.arange(count) + 0.5
    inside = (centres >= start) & (centres <= end)
    return (
        inside if inside.any() else np.arange(count) == np.abs(centres - (start + end) / 2).argmin()
    )


@examples
@given(sides, sides, st.integers(8, 200), st.integers(8, 200), st.integers(1, 12))
def test_padding_never_bears_heat(
    height: int, width: int, rows: int, columns: int, cells: int
) -> None:
    placement = place(height, width, FitSpec(rows, columns, FitMode.PAD))
    tops = np.arange(cells) * rows / cells
    lefts = np.arange(cells) * columns / cells
    inside = np.outer(
        (tops + rows / cells > placement.target.top) & (tops < placement.target.bottom),
        (lefts + columns / cells > placement.target.left) & (lefts < placement.target.right),
    )
    only_padding = np.where(inside, 0, 5).astype(np.float32)
    assert not map_back(only_padding, placement).any()


def test_cells_that_lie_wholly_in_padding_may_be_nan() -> None:
    placement = place(100, 50, FitSpec(100, 100, FitMode.PAD))
    heat_map = np.full((4, 10), np.nan, np.float32)
    heat_map[cells_shown(placement, rows=4, columns=10)] = 2
    assert np.isnan(heat_map).sum() == 4 * 4
    assert np.allclose(map_back(heat_map, placement), 2)


@examples
@given(sides, sides, specs, grids, st.integers(0, 1000))
def test_never_beyond_the_maps_own_extremes(
    height: int, width: int, spec: FitSpec, grid: tuple[int, int], seed: int
) -> None:
    heat_map = np.random.default_rng(seed).normal(size=grid).astype(np.float32)
    heat = map_back(heat_map, place(height, width, spec))
    assert np.nanmin(heat) >= heat_map.min()
    assert np.nanmax(heat) <= heat_map.max()


def place_in_the_image(placement: Placement, x: float, y: float) -> tuple[float, float]:
    """Where in the image a point of the input lies."""
    source, target = placement.source, placement.target
    return (
        source.left + (x - target.left) * source.width / target.width,
        source.top + (y - target.top) * source.height / target.height,
    )


@pytest.mark.parametrize("mode", FitMode)
@pytest.mark.parametrize("shape", [(300, 400), (400, 300), (300, 1000), (450, 600)])
def test_a_hot_cell_comes_back_to_its_place(shape: tuple[int, int], mode: FitMode) -> None:
    spec = FitSpec(96, 128, mode)
    placement = place(*shape, spec)
    heat_map = np.zeros((6, 8), np.float32)
    heat_map[2, 4] = 1
    heat = map_back(heat_map, placement)
    row, column = np.unravel_index(np.nanargmax(heat), heat.shape)
    x, y = place_in_the_image(placement, 4.5 * 128 / 8, 2.5 * 96 / 6)
    assert abs(row + 0.5 - y) <= 1
    assert abs(column + 0.5 - x) <= 1
    assert np.nanmax(heat) == pytest.approx(1, abs=0.01)


def test_a_bounded_display_shows_the_same() -> None:
    placement = place(600, 800, FitSpec(96, 128, FitMode.CROP))
    heat_map = np.random.default_rng(1).random((6, 8)).astype(np.float32)
    full = map_back(heat_map, placement)
    small = map_back(heat_map, placement, size=(150, 200))
    assert small.shape == (150, 200)
    blocks = full.reshape(150, 4, 200, 4).mean(axis=(1, 3))
    assert np.abs(small - blocks).max() < 0.01


def test_a_finer_map_is_averaged_not_sampled() -> None:
    placement = place(64, 64, FitSpec(64, 64, FitMode.STRETCH))
    checks = np.indices((64, 64)).sum(axis=0).astype(np.float32) % 2
    heat = map_back(checks, placement, size=(8, 8))
    assert np.abs(heat[1:-1, 1:-1] - 0.5).max() < 0.05


def test_a_map_of_the_images_own_size_is_itself() -> None:
    heat_map = np.random.default_rng(2).normal(size=(24, 32)).astype(np.float32)
    heat = map_back(heat_map, place(24, 32, FitSpec(24, 32)))
    assert np.allclose(heat, heat_map, atol=1e-6)


@pytest.mark.parametrize("shape", [(1, 5000), (5000, 1)])
@pytest.mark.parametrize("mode", FitMode)
def test_extreme_shapes(shape: tuple[int, int], mode: FitMode) -> None:
    heat = map_back(np.ones((6, 8), np.float32), place(*shape, FitSpec(96, 128, mode)))
    assert heat.shape == shape
    assert np.nanmax(heat) == pytest.approx(1)


def test_what_is_no_map_is_refused() -> None:
    placement = place(10, 10, FitSpec(8, 8))
    for heat_map in (np.ones(4, np.float32), np.ones((0, 3), np.float32)):
        with pytest.raises(ValueError, match="cannot map heat"):
            map_back(heat_map, placement)
    with pytest.raises(ValueError, match="cannot map heat"):
        map_back(np.ones((2, 2), np.float32), placement, size=(0, 5))
