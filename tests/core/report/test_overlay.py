"""The picture with its heat map, as it leaves the program."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.explain.methods import METHODS, Method, RawMap, Unit
from core.images import FitMode, FitSpec, place
from core.report.overlay import Explanation, render_overlay
from core.results import Analysis, Device, Engine, ModelIdentity
from core.trust.verdicts import Novelty
from tests.core.tiny import tiny_card

CARD = tiny_card()
CODES = tuple(entry.code for entry in CARD.classes)
SIZE = (64, 96)
GREY = np.full((*SIZE, 3), 128, np.uint8)


def analysis(heat_maps: NDArray[np.float32]) -> Analysis:
    spec = FitSpec(32, 48, FitMode.CROP)
    return Analysis(
        probabilities={code: float(code == "mel") for code in CODES},
        logits=np.zeros(len(CODES), np.float32),
        malignant=1.0,
        heat_maps=heat_maps,
        embedding=np.zeros(8, np.float32),
        placement=place(*SIZE, spec),
        cautions=(),
        model=ModelIdentity("Tiny", "1", "0" * 64),
        engine=Engine.TENSORFLOW,
        device=Device.CPU,
        milliseconds=1.0,
    )


def heat_in_the_left_half(code: str) -> NDArray[np.float32]:
    maps = np.zeros((len(CODES), 8, 12), np.float32)
    maps[CODES.index(code), :, :6] = CARD.heat_map_scale
    return maps


def test_the_finding_is_explained_unless_another_class_is_asked_for() -> None:
    found = analysis(heat_in_the_left_half("mel"))
    left, right = (slice(0, 64), slice(4, 40)), (slice(0, 64), slice(56, 92))
    shown = render_overlay(GREY, found, CARD)
    assert np.abs(shown[left].astype(int) - 128).mean() > 20
    np.testing.assert_array_equal(shown[right], GREY[right])
    other = render_overlay(GREY, found, CARD, code="nv")
    np.testing.assert_array_equal(other[:64], GREY)


def test_the_legend_stands_below_the_whole_picture() -> None:
    shown = render_overlay(GREY, analysis(heat_in_the_left_half("mel")), CARD)
    assert shown.shape[0] > SIZE[0]
    assert shown.shape[1:] == (SIZE[1], 3)


def test_what_must_not_be_missed_stands_between_picture_and_legend() -> None:
    calm = analysis(heat_in_the_left_half("mel"))
    strange = replace(calm, novelty=Novelty(score=5, threshold=3))
    plain, warned = render_overlay(GREY, calm, CARD), render_overlay(GREY, strange, CARD)
    legend = plain.shape[0] - SIZE[0]
    assert warned.shape[0] > plain.shape[0]
    np.testing.assert_array_equal(warned[: SIZE[0]], plain[: SIZE[0]])
    np.testing.assert_array_equal(warned[-legend:], plain[-legend:])
    assert warned[SIZE[0] : -legend].min() < 100  # words


def test_a_class_that_the_model_does_not_know() -> None:
    with pytest.raises(KeyError):
        render_overlay(GREY, analysis(heat_in_the_left_half("mel")), CARD, code="wart")


def test_one_class_rather_than_another_shows_what_only_the_one_has() -> None:
    maps = heat_in_the_left_half("mel") + heat_in_the_left_half("nv")
    maps[CODES.index("mel"), :, 6:] = CARD.heat_map_scale
    shown = render_overlay(GREY, analysis(maps), CARD, code="mel", versus="nv")
    left, right = (slice(0, 64), slice(4, 40)), (slice(0, 64), slice(56, 92))
    np.testing.assert_array_equal(shown[left], GREY[left])
    assert np.abs(shown[right].astype(int) - 128).mean() > 20


def test_another_methods_map_is_shown_on_its_own_fixed_scale() -> None:
    found = analysis(np.zeros((len(CODES), 8, 12), np.float32))
    strength = CARD.heat_map_scale * METHODS[Method.OCCLUSION].relative_scale
    shown = [
        render_overlay(GREY, found, CARD, explanation=Explanation(Method.OCCLUSION, heat))[:64]
        for heat in (
            RawMap(np.full((4, 6), value, np.float32), Unit.LOGITS)
            for value in (0, strength / 4, strength, 9 * strength)
        )
    ]
    np.testing.assert_array_equal(shown[0], GREY)
    assert 0 < np.abs(shown[1].astype(int) - 128).mean() < np.abs(shown[2].astype(int) - 128).mean()
    np.testing.assert_array_equal(shown[2], shown[3])
