"""Blurs are those of a Gaussian, and what is halved stays where it is."""

from __future__ import annotations

import numpy as np
import pytest

from core.followup.details.blur import blurred
from core.followup.details.octaves import SIGMA, STEPS, octaves


@pytest.mark.parametrize("sigma", [0.8, 1.6, 3.1])
def test_a_point_becomes_a_bell(sigma: float) -> None:
    point = np.zeros((101, 61), np.float32)
    point[50, 30] = 1
    row, column = np.mgrid[-50:51, -30:31]
    bell = np.exp(-0.5 * (row**2 + column**2) / sigma**2) / (2 * np.pi * sigma**2)
    assert np.abs(blurred(point, sigma) - bell).max() < 0.01 * bell.max()


def test_what_is_even_stays_even_up_to_the_edges() -> None:
    assert np.allclose(blurred(np.full((100, 30), 7, np.float32), 2.5), 7, atol=1e-4)


def test_each_octave_shows_the_same_place_at_half_the_size() -> None:
    row, column = np.mgrid[:64, :96]
    spot = np.exp(-0.5 * ((row - 24) ** 2 + (column - 40) ** 2) / 36).astype(np.float32)
    every = list(octaves(spot))
    assert [octave.pixel for octave in every] == [0.5, 1.0, 2.0, 4.0]
    for octave in every:
        assert octave.levels.shape[0] == STEPS + 3
        top = np.unravel_index(octave.levels[0].argmax(), octave.levels[0].shape)
        assert np.array(top) * octave.pixel == pytest.approx([24, 40])
        doubled = octave.levels[STEPS].max() / octave.levels[0].max()
        blur = np.array([SIGMA, 2 * SIGMA]) * octave.pixel
        shares = 36 / (36 + blur**2)
        assert doubled == pytest.approx(shares[1] / shares[0], rel=0.03)


def test_a_picture_too_small_for_details_has_no_octave() -> None:
    assert not list(octaves(np.zeros((5, 100), np.float32)))
