"""A map that was kept draws the same overlay as the analysis that it came from."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np

from core.report.kept_map import KEY, draw_map, full_scale_of, has_map, map_values
from core.report.overlay import render_overlay
from tests.desktop.fakes import make_analysis, make_card, make_picture

CARD = make_card()


def test_the_overlay_is_the_same_after_the_way_through_the_store() -> None:
    analysis, pixels = make_analysis(CARD), make_picture().pixels
    kept = {KEY: map_values(analysis, full_scale=CARD.heat_map_scale)}
    again = json.loads(json.dumps(kept, allow_nan=False))
    drawn = draw_map(again, pixels)
    whole = render_overlay(pixels, analysis, CARD)[: len(pixels)]
    assert np.abs(drawn.astype(int) - whole.astype(int)).max() <= 1
    assert (drawn != pixels).any()
    assert full_scale_of(again) == CARD.heat_map_scale


def test_it_is_drawn_at_any_scale() -> None:
    kept = {KEY: map_values(make_analysis(CARD), full_scale=1.0)}
    assert draw_map(kept, np.full((96, 128, 3), 90, np.uint8)).shape == (96, 128, 3)


def test_cells_without_a_value_stay_without() -> None:
    analysis = make_analysis(CARD)
    maps = analysis.heat_maps.copy()
    maps[:, 0] = np.nan  # such as padding
    values = map_values(replace(analysis, heat_maps=maps), full_scale=1.0)["values"]
    assert values[0] == [None] * 4
    assert None not in values[1]


def test_older_analyses_have_none() -> None:
    assert not has_map({})
    assert not has_map({KEY: None})
