"""Geometry of the fit, and the pixels that come of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.images import Box, FitMode, FitSpec, Placement, fit, place
from tests.core.images.samples import far, gradient

sides = st.integers(1, 6000)
specs = st.builds(
    FitSpec, st.integers(1, 512), st.integers(1, 512), st.sampled_from(FitMode)
)  # fmt: skip


@given(sides, sides, specs)
def test_boxes_lie_within_their_sizes(height: int, width: int, spec: FitSpec) -> None:
    placement = place(height, width, spec)
    for box, (rows, columns) in (
        (placement.source, placement.source_size),
        (placement.target, placement.target_size),
    ):
        assert 0 <= box.left < box.right <= columns
        assert 0 <= box.top < box.bottom <= rows
    assert all(float(edge).is_integer() for edge in edges(placement.target))


def edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


@pytest.mark.parametrize("mode", FitMode)
@pytest.mark.parametrize("shape", [(300, 400), (400, 300), (450, 600)])
def test_a_spot_lands_where_the_placement_says(shape: tuple[int, int], mode: FitMode) -> None:
    x, y = shape[1] / 2 + 40, shape[0] / 2 - 30
    pixels = np.zeros((*shape, 3), np.uint8)
    pixels[int(y) - 10 : int(y) + 10, int(x) - 10 : int(x) + 10] = 255
    fitted = fit(pixels, FitSpec(96, 128, mode))
    source, target = fitted.placement.source, fitted.placement.target
    rows, columns = np.indices(fitted.pixels.shape[:2]) + 0.5
    weights = fitted.pixels[:, :, 0] / fitted.pixels[:, :, 0].sum(dtype=float)
    across, down = target.width / source.width, target.height / source.height
    there = (target.left + (x - source.left) * across, target.top + (y - source.top) * down)
    seen = ((columns * weights).sum(), (rows * weights).sum())
    assert seen == pytest.approx(there, abs=0.1)


@given(sides, sides, specs)
def test_shape_is_kept_unless_stretched(height: int, width: int, spec: FitSpec) -> None:
    placement = place(height, width, spec)
    source, target = placement.source, placement.target
    if spec.mode is FitMode.STRETCH:
        assert edges(source) == (0, 0, width, height)
    elif spec.mode is FitMode.CROP:
        assert target.width / source.width == pytest.approx(target.height / source.height)
    else:  # within half a pixel, or the one pixel that must remain
        scale = min(spec.height / height, spec.width / width)
        assert abs(target.width - width * scale) <= max(0.5, 1 - width * scale) + 1e-9
        assert abs(target.height - height * scale) <= max(0.5, 1 - height * scale) + 1e-9


@given(sides, sides, specs)
def test_crop_and_pad_are_centred(height: int, width: int, spec: FitSpec) -> None:
    placement = place(height, width, spec)
    for box, (rows, columns) in (
        (placement.source, placement.source_size),
        (placement.target, placement.target_size),
    ):
        assert abs(box.left - (columns - box.right)) <= 1 + 1e-6
        assert abs(box.top - (rows - box.bottom)) <= 1 + 1e-6


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 300), st.integers(1, 300), specs)
def test_fit_has_the_size_of_the_input(height: int, width: int, spec: FitSpec) -> None:
    fitted = fit(gradient(height, width), spec)
    assert fitted.pixels.shape == (spec.height, spec.width, 3)
    assert fitted.pixels.dtype == np.uint8
    assert fitted.placement == place(height, width, spec)


@pytest.mark.parametrize("mode", FitMode)
@pytest.mark.parametrize("shape", [(1, 5000), (5000, 1), (1, 1), (1200, 1600)])
def test_extreme_shapes(shape: tuple[int, int], mode: FitMode) -> None:
    fitted = fit(np.full((*shape, 3), 200, np.uint8), FitSpec(96, 128, mode))
    target = fitted.placement.target
    rows = slice(round(target.top), round(target.bottom))
    columns = slice(round(target.left), round(target.right))
    assert (fitted.pixels[rows, columns] == 200).all()
    assert int(fitted.pixels.astype(bool).sum()) == 3 * round(target.width) * round(target.height)


def test_stretch_is_pillow_and_nothing_else() -> None:
    pixels = gradient(450, 600)
    expected = Image.fromarray(pixels).resize((128, 96), Image.Resampling.BILINEAR)
    assert far(fit(pixels, FitSpec(96, 128, FitMode.STRETCH)).pixels, np.asarray(expected)) == 0
    assert far(fit(pixels, FitSpec(96, 128, FitMode.CROP)).pixels, np.asarray(expected)) == 0


def test_an_image_of_the_right_size_is_not_touched() -> None:
    for mode in FitMode:
        assert far(fit(gradient(), FitSpec(48, 64, mode)).pixels, gradient()) == 0


def test_crop_shows_the_middle() -> None:
    pixels = np.zeros((100, 300, 3), np.uint8)
    pixels[:, 100:200] = 255
    assert (fit(pixels, FitSpec(50, 50)).pixels[:, 1:-1] == 255).all()


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4, 4), np.uint8),
        np.zeros((4, 4, 4), np.uint8),
        np.zeros((4, 4, 3), np.float32),
        np.zeros((0, 4, 3), np.uint8),
    ],
)
def test_other_arrays_are_refused(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"expected|positive size"):
        fit(pixels, FitSpec(8, 8))
    with pytest.raises(ValueError, match="positive size"):
        FitSpec(0, 8)


def test_placements_compare_by_value() -> None:
    assert place(10, 20, FitSpec(5, 5)) == place(10, 20, FitSpec(5, 5))
    assert isinstance(place(10, 20, FitSpec(5, 5)), Placement)
