"""Colours of drawn images."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.images.cielab import to_lab
from tests.training.explore.small import LESION, SKIN, lesion_pixels
from training.explore.colours import QUANTITIES, columns, explained, measure


def test_the_border_is_skin_and_the_middle_lesion() -> None:
    found = measure(lesion_pixels())
    skin, lesion = to_lab(np.array([SKIN, LESION], np.uint8))
    assert (found.skin_lightness, found.skin_red, found.skin_yellow) == pytest.approx(tuple(skin))
    assert found.contrast == pytest.approx(float(np.linalg.norm(skin - lesion)))
    assert lesion[0] < found.lightness < skin[0]


def test_a_black_frame_is_no_skin() -> None:
    pixels = lesion_pixels(60, 80)
    pixels[:5], pixels[:, :6] = 0, 0
    assert measure(pixels).skin_lightness == pytest.approx(measure(lesion_pixels()).skin_lightness)


def test_a_frame_all_around_leaves_the_skin_unknown() -> None:
    pixels = np.zeros((60, 80, 3), np.uint8)
    pixels[20:40, 20:60] = SKIN
    found = measure(pixels)
    assert math.isnan(found.skin_lightness)
    assert math.isnan(found.contrast)
    assert found.lightness > 0


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 50, 3), (2, 2, 3), (3, 1, 3)])
def test_the_smallest_images_have_colours(shape: tuple[int, ...]) -> None:
    found = measure(np.full(shape, 128, np.uint8))
    assert found.contrast == 0.0
    assert found.lightness == pytest.approx(found.skin_lightness)


def test_a_class_that_decides_all_explains_all() -> None:
    assert explained([np.full(5, 1.0), np.full(7, 2.0)]) == 1.0


def test_one_way_analysis_of_variance_by_hand() -> None:
    groups = [np.array([1.0, 2.0, 3.0]), np.array([3.0, 4.0, 5.0]), np.array([math.nan])]
    # total 10, within 4: 1 - (4 / 4) / (10 / 5)
    assert explained(groups) == pytest.approx(0.5)


def test_chance_explains_nothing_on_average() -> None:
    generator = np.random.default_rng(3)
    shares = [explained([generator.normal(size=6) for _ in range(7)]) or 0.0 for _ in range(200)]
    assert float(np.mean(shares)) < 0.08  # eta squared would be 0.15


@pytest.mark.parametrize(
    "groups", [[], [[1.0, 2.0]], [[1.0], [2.0]], [[1.0, 1.0], [1.0]], [[math.nan], [1.0, 2.0]]]
)
def test_what_cannot_be_told_is_none(groups: list[list[float]]) -> None:
    assert explained([np.array(group) for group in groups]) is None


def test_columns_are_quantities() -> None:
    assert columns([]).shape == (0, len(QUANTITIES))
    one = measure(lesion_pixels())
    assert columns([one, one])[1, QUANTITIES.index("contrast")] == one.contrast
