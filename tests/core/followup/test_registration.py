"""The newer image is laid onto the older, or it is said that it cannot be."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import AreaUncertain, NotRegistrable
from core.followup.alignment import Alignment
from core.followup.area import LesionArea, area_change, lesion_area
from core.followup.outline import lesion_mask
from core.followup.registration import laid_onto, register
from core.paths import examples_folder
from core.phantoms import PhantomKind, draw_phantom
from tests.core.followup.warping import gap, grid, grown, phantom, photographed, similarity


@pytest.mark.parametrize(
    ("degrees", "scale", "shift"),
    [(0, 1, (0, 0)), (12, 1, (30, -20)), (-170, 0.8, (5, 5)), (90, 1.4, (-40, 10))],
)
def test_turn_scale_and_shift_are_found_within_a_third_of_a_pixel(
    degrees: float, scale: float, shift: tuple[float, float]
) -> None:
    older = phantom()
    matrix = similarity(older, degrees=degrees, scale=scale, shift=shift)
    found = register(older, photographed(older, matrix, light=0.85))
    points = grid(older)
    moved = points @ matrix[:, :2].T + matrix[:, 2]
    assert gap(found.to_older(moved), points) < 0.33
    assert found.scale == pytest.approx(1 / scale, rel=0.005)
    assert found.error < 2


def test_a_lesion_that_has_grown_is_not_shrunk_to_its_former_size() -> None:
    older = phantom()
    moved = photographed(grown(older, 1.3), similarity(older, degrees=14, scale=0.92))
    found = register(older, moved[40:-40, 50:-50])
    assert found.on_skin
    assert found.scale == pytest.approx(1 / 0.92, rel=0.02)
    areas = lesion_area(older), lesion_area(moved[40:-40, 50:-50])
    assert area_change(*areas, alignment=found).ratio > 1.4


def test_where_only_the_lesion_agrees_it_is_aligned_and_said() -> None:
    older = phantom()
    mask = lesion_mask(older, margin=0.03)
    bare = np.full_like(older, 200)
    bare[mask] = older[mask]
    found = register(older, photographed(bare, similarity(older, degrees=30)))
    assert not found.on_skin
    assert found.degrees == pytest.approx(-30, abs=0.5)
    with pytest.raises(AreaUncertain, match="within the lesion only"):
        area_change(LesionArea(1, mask), LesionArea(1, mask), alignment=found)


def test_pictures_of_different_size_are_aligned() -> None:
    older = phantom()
    matrix = similarity(older, scale=2)
    matrix[:, 2] = 0
    newer = photographed(older, matrix, size=(900, 1200))
    found = register(older, newer)
    assert gap(found.to_older(2 * grid(older)), grid(older)) < 0.5
    laid = laid_onto(older, newer, found)
    assert laid.shape == (*older.shape[:2], 4)
    assert np.abs(laid[100:-100, 100:-100, :3].astype(int) - older[100:-100, 100:-100]).mean() < 6


@pytest.mark.parametrize("scale", [0.4, 1.0, 2.5])
def test_what_is_laid_on_the_older_shows_the_same_place_and_is_clear_where_it_does_not_reach(
    scale: float,
) -> None:
    older = phantom()
    newer = photographed(older, similarity(older, scale=scale))
    # Whatever is found is not in question here: the way of drawing is.
    known = Alignment(similarity(older, scale=1 / scale), 99, 99, 0.0)
    laid = laid_onto(older, newer, known)
    seen = laid[..., 3] == 255
    assert np.abs(laid[seen][:, :3].astype(int) - older[seen]).mean() < 8
    assert bool(seen.all()) is (scale <= 1)


def test_another_lesion_is_refused_in_words() -> None:
    other = draw_phantom(PhantomKind.LACUNAE, seed=11)[:400]  # without the marking
    with pytest.raises(NotRegistrable, match=r"cannot be aligned.*12 are needed"):
        register(phantom(), other)


def test_a_label_that_both_bear_aligns_nothing() -> None:
    other = draw_phantom(PhantomKind.LACUNAE, seed=11)
    with pytest.raises(NotRegistrable, match="line or spot"):
        register(phantom(), other)


@pytest.mark.parametrize(
    "names", [*combinations(sorted(path.name for path in examples_folder().glob("*.jpg")), 2)]
)
def test_a_label_and_what_happens_to_agree_with_it_align_nothing(names: tuple[str, str]) -> None:
    older, newer = (
        np.asarray(Image.open(examples_folder() / name).convert("RGB")) for name in names
    )
    with pytest.raises(NotRegistrable):
        register(older, newer)


@pytest.mark.parametrize("level", [0, 200])
def test_a_blank_picture_is_refused(level: int) -> None:
    blank = np.full((120, 160, 3), level, np.uint8)
    with pytest.raises(NotRegistrable, match="no details"):
        register(phantom(), blank)


def test_a_scale_at_which_nobody_photographs_is_refused() -> None:
    older = phantom()
    newer = photographed(older, similarity(older, scale=0.15))
    with pytest.raises(NotRegistrable):
        register(older, newer)


def test_what_only_shares_one_spot_is_refused() -> None:
    rng = np.random.default_rng(5)
    spot = rng.integers(0, 255, (6, 6, 3), dtype=np.uint8).repeat(4, axis=0).repeat(4, axis=1)
    older, newer = (np.full((900, 900, 3), 128, np.uint8) for _ in range(2))
    older[400:424, 400:424] = newer[500:524, 300:324] = spot
    with pytest.raises(NotRegistrable):
        register(older, newer)


def test_the_same_pictures_give_the_same_answer() -> None:
    older = phantom()
    newer = photographed(older, similarity(older, degrees=20))
    first, second = register(older, newer), register(older, newer)
    assert np.array_equal(first.matrix, second.matrix)


@pytest.mark.parametrize("degrees", [-90.0, 0.0, 35.0])
def test_points_go_there_and_back(degrees: float) -> None:
    older: NDArray[np.uint8] = phantom()
    alignment = Alignment(similarity(older, degrees=degrees, scale=1.3, shift=(3, 4)), 20, 30, 0.1)
    assert gap(alignment.to_newer(alignment.to_older(grid(older))), grid(older)) < 1e-9
    assert alignment.degrees == pytest.approx(degrees)
    assert alignment.scale == pytest.approx(1.3)
