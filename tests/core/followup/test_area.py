"""How the lesion's area changed, or why nobody can say."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.cases.fields import ScaleSource
from core.errors import AreaUncertain
from core.followup.alignment import Alignment
from core.followup.area import Basis, LesionArea, area_change, lesion_area
from core.followup.scale import Scale


def mole(radius: float, *, at: tuple[float, float] = (150, 200)) -> NDArray[np.uint8]:
    """A brown disc on light skin, with a little noise, (300, 400, 3)."""
    y, x = np.mgrid[:300, :400]
    inside = np.hypot(y - at[0], x - at[1]) < radius
    picture = np.where(inside[..., None], [110, 70, 50], [220, 180, 160]).astype(float)
    noise = np.random.default_rng(2).normal(0, 3, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def alignment(scale: float) -> Alignment:
    return Alignment(np.array([[scale, 0.0, 0.0], [0.0, scale, 0.0]]), 50, 60, 0.2)


def area(pixels: float) -> LesionArea:
    return LesionArea(pixels, np.zeros((2, 2), np.bool_))


@pytest.mark.parametrize("radius", [40, 60, 90])
def test_a_disc_has_the_area_of_a_disc(radius: float) -> None:
    assert lesion_area(mole(radius)).pixels == pytest.approx(np.pi * radius**2, rel=0.12)


def test_growth_is_seen_although_the_newer_is_photographed_smaller() -> None:
    change = area_change(
        lesion_area(mole(70)), lesion_area(mole(50)), alignment=alignment(2.0)
    )  # fmt: skip
    assert change.ratio == pytest.approx(4 * 50**2 / 70**2, rel=0.12)
    assert change.basis is Basis.ALIGNMENT
    assert change.older_mm2 is None
    assert not change.within_error


def test_square_millimetres_come_only_with_both_scales() -> None:
    fine, coarse = (Scale(mm, ScaleSource.RULER) for mm in (0.05, 0.1))
    both = area_change(area(1000), area(1000), scales=(coarse, fine))
    assert both.older_mm2 == pytest.approx(10)
    assert both.newer_mm2 == pytest.approx(2.5)
    assert both.ratio == pytest.approx(0.25)
    assert both.basis is Basis.SCALE
    one = area_change(area(1000), area(1000), scales=(coarse, None), alignment=alignment(1))
    assert one.newer_mm2 is None
    assert one.basis is Basis.ALIGNMENT


def test_without_scale_and_alignment_nothing_is_compared() -> None:
    with pytest.raises(AreaUncertain, match="neither aligned"):
        area_change(area(10), area(10))


@pytest.mark.parametrize(
    ("ratio", "within"), [(1.0, True), (1.2, True), (1.3, False), (0.7, False)]
)
def test_small_changes_are_within_the_outlines_error(ratio: float, *, within: bool) -> None:
    scale = Scale(1, ScaleSource.DICOM)
    change = area_change(area(100), area(100 * ratio), scales=(scale, scale))
    assert change.within_error is within


def test_bare_skin_has_no_area() -> None:
    with pytest.raises(AreaUncertain, match="stands out"):
        lesion_area(mole(0))


def test_a_lesion_that_runs_off_the_picture_has_no_area() -> None:
    with pytest.raises(AreaUncertain, match="runs off"):
        lesion_area(mole(110, at=(40, 200)))


def test_a_picture_too_small_to_look_at_has_no_area() -> None:
    with pytest.raises(AreaUncertain):
        lesion_area(mole(60)[::20, ::20])
