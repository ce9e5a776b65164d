"""Lengths in millimetres, and their refusal."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.cases.fields import ScaleSource
from core.cases.records import StoredImage
from core.errors import ScaleUnknown
from core.followup.alignment import Alignment
from core.followup.scale import (
    Scale,
    disagreement,
    length_mm,
    scale_from_ruler,
    scale_from_spacing,
    scale_of,
)

IMAGE = StoredImage(
    lesion_id="l", visit_id="v", sha256="0" * 64, name="a.jpg", size=1, width=10, height=10
)


def test_a_ruler_of_ten_millimetres_gives_the_scale_and_with_it_lengths() -> None:
    scale = scale_from_ruler((10, 10), (210, 10), mm=10)
    assert scale == Scale(0.05, ScaleSource.RULER)
    assert length_mm(scale, (0, 0), (30, 40)) == pytest.approx(2.5)


def test_a_length_without_a_scale_is_refused_in_one_sentence() -> None:
    with pytest.raises(ScaleUnknown, match=r"no length in millimetres.*ruler"):
        length_mm(None, (0, 0), (30, 40))


@pytest.mark.parametrize("mm", [0, -1, math.nan, math.inf])
def test_a_length_that_is_none_calibrates_nothing(mm: float) -> None:
    with pytest.raises(ScaleUnknown, match="above zero"):
        scale_from_ruler((0, 0), (100, 0), mm=mm)


def test_clicks_that_are_close_together_calibrate_nothing() -> None:
    with pytest.raises(ScaleUnknown, match="too close"):
        scale_from_ruler((0, 0), (3, 4), mm=1)


def test_dicom_states_a_scale_where_its_pixels_are_square() -> None:
    assert scale_from_spacing((0.02, 0.02)) == Scale(0.02, ScaleSource.DICOM)
    assert scale_from_spacing((0.02, 0.03)) is None
    assert scale_from_spacing(None) is None


@pytest.mark.parametrize(("on_skin", "gap"), [(True, 0.5), (False, 0.0)])
def test_scales_that_contradict_the_skin_are_told(gap: float, *, on_skin: bool) -> None:
    # The newer image is drawn at half its size, so its pixels are half as large on the skin.
    matrix = np.array([[0.5, 0.0, 0.0], [0.0, 0.5, 0.0]])
    alignment = Alignment(matrix, 20, 30, 0.5, on_skin=on_skin)
    older = Scale(0.1, ScaleSource.RULER)
    right, wrong = Scale(0.05, ScaleSource.RULER), Scale(0.075, ScaleSource.RULER)
    assert disagreement(older, right, alignment=alignment) == pytest.approx(0)
    assert disagreement(older, wrong, alignment=alignment) == pytest.approx(gap)


def test_what_is_stored_is_what_was_known() -> None:
    assert scale_of(IMAGE) is None
    known = StoredImage(
        lesion_id="l", visit_id="v", sha256="0" * 64, name="a.jpg", size=1, width=10, height=10,
        mm_per_pixel=0.1, scale_source=ScaleSource.DICOM,
    )  # fmt: skip
    assert scale_of(known) == Scale(0.1, ScaleSource.DICOM)
