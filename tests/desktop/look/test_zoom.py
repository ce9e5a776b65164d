from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.look.zoom import LARGEST, clamp, fit_scale, step_scale, wheel_factor

sides = st.floats(1, 10_000)
scales = st.floats(0.001, 1000)


@given(sides, sides, sides, sides)
def test_a_fitted_picture_fits(width: float, height: float, wide: float, high: float) -> None:
    scale = fit_scale((width, height), (wide, high))
    assert width * scale <= wide * (1 + 1e-9)
    assert height * scale <= high * (1 + 1e-9)


def test_without_picture_or_room_the_scale_is_one() -> None:
    assert fit_scale((0, 0), (100, 100)) == 1
    assert fit_scale((10, 10), (-16, 100)) == 1


@given(scales, scales)
def test_a_scale_stays_in_its_bounds(scale: float, smallest: float) -> None:
    assert min(smallest, 1) / 4 <= clamp(scale, smallest=smallest) <= LARGEST


@given(scales)
def test_a_step_up_and_one_down_lead_back(scale: float) -> None:
    assert step_scale(step_scale(scale, up=True), up=False) == pytest.approx(scale)


def test_the_wheel_zooms_by_a_quarter_a_notch() -> None:
    assert wheel_factor(120) == pytest.approx(1.25)
    assert wheel_factor(-240) == pytest.approx(1 / 1.25**2)
    assert wheel_factor(0) == 1
