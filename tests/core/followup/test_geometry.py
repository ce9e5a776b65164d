"""Turns, scales and lengths of two visits, whatever they are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases.fields import ScaleSource
from core.followup.alignment import Alignment
from core.followup.area import LesionArea, area_change
from core.followup.scale import Scale, disagreement, length_mm, scale_from_ruler
from core.followup.similarity import best_similarity

places = st.floats(-4000, 4000)
points = st.tuples(places, places)
factors = st.floats(0.05, 20)


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Any turn, scale and shift on the skin."""
    angle, factor = draw(st.floats(-np.pi, np.pi)), draw(factors)
    turn = factor * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = np.column_stack([turn, np.array(draw(points))])
    return Alignment(matrix, points=10, offered=12, error=0.5)


def scale(mm_per_pixel: float) -> Scale:
    return Scale(mm_per_pixel, ScaleSource.RULER)


@given(alignments(), st.lists(points, min_size=1, max_size=20))
def test_there_and_back_is_the_same_place(
    alignment: Alignment, some: list[tuple[float, float]]
) -> None:
    there = np.array(some)
    back = alignment.to_newer(alignment.to_older(there))
    np.testing.assert_allclose(back, there, atol=1e-6)


@given(alignments(), points, points)
def test_lengths_change_by_its_scale_alone(
    alignment: Alignment, one: tuple[float, float], other: tuple[float, float]
) -> None:
    before = np.linalg.norm(np.subtract(one, other))
    first, second = alignment.to_older(np.array([one, other]))
    assert np.linalg.norm(first - second) == pytest.approx(before * alignment.scale, abs=1e-6)
    assert -180 <= alignment.degrees <= 180


@given(alignments())
def test_an_alignment_is_found_again_from_its_points(alignment: Alignment) -> None:
    source = np.random.default_rng(2).uniform(0, 800, (30, 2))
    found = best_similarity(source, alignment.to_older(source), side=800)
    assert found is not None
    matrix, agreeing = found
    assert agreeing.all()
    np.testing.assert_allclose(matrix, alignment.matrix, rtol=1e-6, atol=1e-6)


@given(points, st.floats(0, 2 * np.pi), st.floats(11, 5000), st.floats(0.1, 100), points)
def test_a_ruler_reads_what_it_was_told_wherever_it_lies(
    start: tuple[float, float], angle: float, pixels: float, mm: float, shift: tuple[float, float]
) -> None:
    end = (start[0] + pixels * np.cos(angle), start[1] + pixels * np.sin(angle))
    ruler = scale_from_ruler(start, end, mm=mm)
    moved = [(x + shift[0], y + shift[1]) for x, y in (start, end)]
    assert length_mm(ruler, start, end) == pytest.approx(mm)
    assert length_mm(ruler, *moved) == pytest.approx(mm, rel=1e-6)


@given(alignments(), st.floats(0.001, 1), st.floats(0.5, 2))
def test_scales_contradict_an_alignment_by_as_much_as_they_are_off(
    alignment: Alignment, older: float, off: float
) -> None:
    newer = older * alignment.scale * off
    expected = max(off, 1 / off) - 1
    found = disagreement(scale(older), scale(newer), alignment=alignment)
    assert found == pytest.approx(expected, abs=1e-9)


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(0.001, 1), st.floats(0.001, 1))
def test_what_grew_one_way_shrank_the_other(
    older: float, newer: float, first: float, second: float
) -> None:
    nowhere = np.zeros((1, 1), np.bool_)
    before, after = LesionArea(older, nowhere), LesionArea(newer, nowhere)
    scales = (scale(first), scale(second))
    forth = area_change(before, after, scales=scales)
    back = area_change(after, before, scales=(scales[1], scales[0]))
    assert forth.ratio * back.ratio == pytest.approx(1)
    assert (forth.older_mm2, forth.newer_mm2) == (back.newer_mm2, back.older_mm2)
    assert forth.within_error == back.within_error
