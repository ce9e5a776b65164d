"""Each measure on maps whose worth is known."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.engine import EngineRequest, open_classifier
from core.explain.methods import View
from core.images import FitMode, FitSpec, fit
from core.model import DeviceRequest
from tests.core.tiny import SIZE, tiny_bundle
from training.believe.baselines import centre_map, random_map
from training.believe.curves import deletion_and_insertion
from training.believe.located import energy_inside, pointing_game
from training.believe.randomised import ALL, LAST_BLOCK, LOGITS, likeness, scrambled

MASK = np.zeros((40, 60), np.bool_)
MASK[10:20, 10:30] = True
HIT, MISS = MASK.astype(np.float32), (~MASK).astype(np.float32)


def test_pointing_and_energy() -> None:
    assert (pointing_game(HIT, MASK), energy_inside(HIT, MASK)) == (1, 1)
    assert (pointing_game(MISS, MASK), energy_inside(MISS, MASK)) == (0, 0)
    assert energy_inside(np.ones_like(HIT), MASK) == pytest.approx(MASK.mean())
    assert energy_inside(HIT - 5 * MISS, MASK) == 1  # what speaks against is no evidence


def test_an_empty_map_points_nowhere() -> None:
    empty = np.zeros_like(HIT) - MASK
    assert pointing_game(empty, MASK) == 0
    assert math.isnan(energy_inside(empty, MASK))


def dark_square(mode: FitMode = FitMode.CROP, size: tuple[int, int] = (40, 60)) -> View:
    pixels = np.full((40, 60, 3), 200, np.uint8)
    pixels[MASK] = 20
    fitted = fit(pixels, FitSpec(*size, mode))
    return View(fitted.pixels, fitted.placement)


def darkness(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Tell the share of the square that is there."""
    dark: NDArray[np.float64] = (pixels[:, :40, :60].mean(axis=-1) < 100)[:, MASK].mean(axis=1)
    return dark


def test_the_right_map_deletes_and_inserts_fast() -> None:
    view = dark_square()
    right, wrong = (deletion_and_insertion(view, heat, darkness) for heat in (HIT, MISS))
    assert right == pytest.approx((0, 1), abs=0.1)
    assert wrong == pytest.approx((1, 0), abs=0.1)
    half = deletion_and_insertion(view, np.zeros_like(HIT), darkness)
    assert half == pytest.approx((0.5, 0.5), abs=0.06)


def test_padding_takes_no_part_in_the_curves() -> None:
    view = dark_square(FitMode.PAD, (80, 60))
    outside = np.ones((80, 60), bool)
    outside[view.inside] = False
    seen: list[NDArray[np.uint8]] = []

    def watch(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
        seen.extend(pixels[:, outside])
        return np.zeros(len(pixels))

    assert deletion_and_insertion(view, np.zeros((80, 60), np.float32), watch) == (0, 0)
    assert len(seen) == 20
    assert not np.any(seen)


def test_baselines_know_nothing_but_the_middle() -> None:
    first, second = random_map((120, 160), seed=1), random_map((120, 160), seed=2)
    assert first.shape == second.shape == (8, 11)
    assert abs(likeness(first, second)) < 0.3
    assert int(centre_map((41, 61)).argmax()) == 20 * 61 + 30


def test_likeness_is_a_rank_correlation() -> None:
    one = np.arange(12, dtype=np.float32).reshape(3, 4)
    assert likeness(one, np.exp(one)) == pytest.approx(1)
    assert likeness(one, -one) == pytest.approx(-1)
    assert math.isnan(likeness(one, np.zeros_like(one)))


def test_scrambling_goes_down_from_the_top(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    changed = {
        stage: {
            name.partition("/")[0]
            for name, array in scrambled(bundle, stage).weights.items()
            if not np.array_equal(array, bundle.weights[name])
        }
        for stage in (LOGITS, LAST_BLOCK, ALL)
    }
    assert changed[LOGITS] == {"logits"}
    assert changed[LAST_BLOCK] == {"logits", "block2_conv1"}
    assert changed[ALL] == {"logits", "block2_conv1", "block1_conv1"}
    for name, array in scrambled(bundle, ALL).weights.items():
        assert np.array_equal(np.sort(array.ravel()), np.sort(bundle.weights[name].ravel()))


def test_both_runtimes_run_the_scrambled_network(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    other = scrambled(bundle, ALL)
    assert replace(other, data=bundle.data).data == bundle.data
    pixels = np.random.default_rng(1).integers(0, 256, (2, *SIZE, 3), dtype=np.uint8)
    answers = [
        open_classifier(one, device=DeviceRequest.CPU, engine=engine).runtime.run(pixels).logits
        for one, engine in (
            (other, EngineRequest.ONNXRUNTIME),
            (other, EngineRequest.TENSORFLOW),
            (bundle, EngineRequest.ONNXRUNTIME),
        )
    ]
    np.testing.assert_allclose(answers[0], answers[1], atol=1e-5)
    assert np.abs(answers[0] - answers[2]).max() > 0.01
