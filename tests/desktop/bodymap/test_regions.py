"""The body map has a region for every place in the store, on the right side, and no gaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from core.cases.fields import BodySite, BodyView, Side
from core.cases.records import Lesion
from desktop.bodymap.outline import HEIGHT, MIDDLE, WIDTH, silhouette
from desktop.bodymap.places import Spot, spot_of, spread, usual_spot
from desktop.bodymap.regions import Region, region_at, regions_of
from desktop.bodymap.steps import nearest

EVERY = [region for view in BodyView for region in regions_of(view)]
AROUND = [QPointF(x, y) for x in (-0.3, 0.3) for y in (-0.3, 0.3)]
SPOTS = st.builds(Spot, st.sampled_from(BodyView), st.floats(0, 1), st.floats(0, 1))


def find(view: BodyView, site: BodySite, side: Side | None) -> Region:
    (found,) = (one for one in regions_of(view) if (one.site, one.side) == (site, side))
    return found


def test_every_place_but_the_nails_has_a_region() -> None:
    assert {region.site for region in EVERY} == set(BodySite) - {BodySite.NAIL}


@pytest.mark.parametrize("view", BodyView)
def test_regions_fill_the_body_and_do_not_overlap(view: BodyView) -> None:
    body, found = silhouette(), 0
    for x in range(0, 101, 2):
        for y in range(0, 231, 3):
            point = QPointF(x + 0.13, y + 0.17)
            inside = {body.contains(point + step) for step in AROUND}
            if len(inside) == 2:
                continue  # at the very edge, where curves are only as exact as they are cut
            own = [one for one in regions_of(view) if one.path.contains(point)]
            without_ears = [one for one in own if one.site is not BodySite.EAR]
            assert len(without_ears) == int(True in inside), (x, y)
            found += len(without_ears)
    assert found > 900


@pytest.mark.parametrize("region", EVERY, ids=lambda one: one.words)
def test_the_middle_of_a_region_lies_in_it(region: Region) -> None:
    assert region_at(region.view, region.centre) is region
    assert region.words.endswith(f"seen from the {region.view}")


def test_left_is_the_patients_left() -> None:
    right_of_picture = MIDDLE + 20
    palm = find(BodyView.FRONT, BodySite.PALM, Side.LEFT)
    hand = find(BodyView.BACK, BodySite.HAND, Side.RIGHT)
    assert palm.centre.x() > right_of_picture
    assert hand.centre.x() > right_of_picture
    chest, back = (
        find(BodyView.FRONT, BodySite.CHEST, None),
        find(BodyView.BACK, BodySite.BACK, None),
    )
    assert [chest.side_at(x) for x in (40, 50, 60)] == [Side.RIGHT, Side.MIDDLE, Side.LEFT]
    assert [back.side_at(x) for x in (40, 50, 60)] == [Side.LEFT, Side.MIDDLE, Side.RIGHT]
    assert hand.side_at(0) is Side.RIGHT


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("site", BodySite)
def test_a_lesion_whose_place_is_stated_stands_there(site: BodySite, side: Side) -> None:
    spot = usual_spot(site, side)
    paired = not any(one.side is None for one in EVERY if one.site is site)
    if site is BodySite.NAIL or (paired and side is Side.MIDDLE):
        assert spot is None
        return
    assert spot is not None
    region = region_at(spot.view, spot.point)
    assert region is not None
    assert (region.site, region.side_at(spot.point.x())) == (site, side)


def test_one_of_a_pair_without_its_side_stands_nowhere() -> None:
    assert usual_spot(BodySite.FOREARM, None) is None
    assert usual_spot(None, Side.LEFT) is None
    assert usual_spot(BodySite.BACK, None) is not None


def test_an_exact_place_counts_more_than_the_region() -> None:
    lesion = Lesion(patient_id="p", label="L", site=BodySite.BACK, view=BodyView.BACK, x=0.4, y=0.3)
    assert spot_of(lesion) == Spot(BodyView.BACK, 0.4, 0.3)


@given(st.lists(SPOTS, max_size=4))
def test_a_few_dots_do_not_hide_each_other(spots: list[Spot]) -> None:
    placed = spread(spots)
    assert [one.view for one in placed] == [one.view for one in spots]
    for number, one in enumerate(placed):
        for other in placed[:number]:
            apart = one.point - other.point
            assert one.view is not other.view or apart.x() ** 2 + apart.y() ** 2 >= 272


@given(st.lists(SPOTS, max_size=30))
def test_a_dot_leaves_its_region_only_for_a_place_near_by(spots: list[Spot]) -> None:
    for spot, placed in zip(spots, spread(spots), strict=True):
        step = spot.point - placed.point
        if step.x() ** 2 + step.y() ** 2 > 20.7**2:
            assert region_at(spot.view, spot.point) is region_at(placed.view, placed.point)


def test_dots_without_room_stay_where_they_are() -> None:
    spot = Spot(BodyView.BACK, 0.5, 0.3)
    placed = spread([spot] * 200)
    assert 6 < len(set(placed)) < 30
    assert placed[-1] == spot


def test_dots_that_are_apart_stay_where_they_are() -> None:
    spots = [Spot(BodyView.FRONT, 0.2, 0.2), Spot(BodyView.FRONT, 0.6, 0.2)]
    assert spread(spots) == spots


def test_arrow_keys_go_to_what_lies_next() -> None:
    places = [QPointF(0, 0), QPointF(10, 1), QPointF(30, 0), QPointF(9, 30)]
    assert nearest(places, 0, QPointF(1, 0)) == 1
    assert nearest(places, 1, QPointF(1, 0)) == 2
    assert nearest(places, 1, QPointF(0, 1)) == 3
    assert nearest(places, 0, QPointF(-1, 0)) is None


def test_the_drawing_keeps_to_its_field() -> None:
    room = silhouette().boundingRect()
    assert room.left() > 0 < room.top()
    assert room.right() < WIDTH
    assert room.bottom() < HEIGHT
