"""Details are found where they are, and told apart however they are turned."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.followup.details.extrema import spots
from core.followup.details.finder import find_details
from core.followup.details.octaves import octaves

PLACE = (60.3, 81.8)
SIDES = (128, 160)


def blob(
    place: tuple[float, float] = PLACE, *, wide: float = 4, long: float = 4
) -> NDArray[np.float32]:
    row, column = np.mgrid[: SIDES[0], : SIDES[1]]
    down, along = (row - place[0]) / wide, (column - place[1]) / long
    return np.asarray(100 + 80 * np.exp(-0.5 * (down**2 + along**2)), np.float32)


def texture() -> NDArray[np.float32]:
    rng = np.random.default_rng(8)
    return np.asarray(rng.uniform(0, 255, (16, 20)).repeat(8, axis=0).repeat(8, axis=1), np.float32)


def test_a_blob_is_found_between_the_pixels() -> None:
    points, descriptors = find_details(blob(), most=10)
    assert len(points) >= 1
    assert np.abs(points - PLACE).max() < 0.1
    assert descriptors.shape == (len(points), 128)
    assert np.linalg.norm(descriptors, axis=1) == pytest.approx(1, abs=1e-4)


def test_neither_an_edge_nor_what_is_fainter_than_skin_stands_out() -> None:
    assert len(find_details(blob(wide=4, long=400), most=10)[0]) == 0
    assert len(find_details(np.asarray(99 + blob() / 100, np.float32), most=10)[0]) == 0


def test_a_picture_without_details_has_none() -> None:
    points, descriptors = find_details(np.full(SIDES, 128, np.float32), most=10)
    assert points.shape == (0, 2)
    assert descriptors.shape == (0, 128)


def test_no_more_places_are_described_than_asked_for_the_clearest() -> None:
    faint, clear = blob((40.0, 40.0)) - 100, blob((80.0, 110.0)) - 100
    points, _ = find_details(np.asarray(100 + 0.3 * faint + clear, np.float32), most=1)
    assert np.abs(points - (80, 110)).max() < 0.2


def test_of_a_pattern_that_repeats_itself_no_more_are_described_either() -> None:
    row, column = np.mgrid[:160, :160] % 20 - 10
    dots = np.asarray(100 + 80 * np.exp(-0.5 * (row**2 + column**2) / 9), np.float32)
    every, _ = find_details(dots, most=10_000)
    assert len(np.unique(every.round(3), axis=0)) > 20
    points, described = find_details(dots, most=5)
    assert 1 <= len(np.unique(points.round(3), axis=0)) <= 5
    assert described.shape == (len(points), 128)


def test_each_place_is_named_once() -> None:
    for octave in octaves(texture()):
        places = spots(octave.differences()).places
        assert len(np.unique(places.round(2), axis=0)) == len(places)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_picture_has_the_same_details(turns: int) -> None:
    picture = texture()
    points, described = find_details(picture, most=500)
    turned, again = find_details(np.rot90(picture, turns).copy(), most=500)
    assert len(points) > 50
    best = (described @ again.T).argmax(axis=1)
    middle, other = (np.array(one) for one in (SIDES, np.rot90(picture, turns).shape))
    turn = np.linalg.matrix_power(np.array([[0, -1], [1, 0]]), turns)
    expected = (points - (middle - 1) / 2) @ turn.T + (other - 1) / 2
    near = np.hypot(*(turned[best] - expected).T) < 0.5
    assert near.mean() > 0.9
