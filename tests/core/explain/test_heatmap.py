"""A heat map looks as strong as it is, and no stronger."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from matplotlib import colormaps
from numpy.typing import NDArray

from core.explain.heatmap import (
    ColourMap,
    blend,
    colour_heat_map,
    overlay,
    scale_heat_map,
)
from core.paths import colour_maps_file
from scripts.colour_maps import colours

ROOT = Path(__file__).parents[3]
MAPS = st.sampled_from(list(ColourMap))
SHAPES = hnp.array_shapes(min_dims=2, max_dims=2, max_side=12)
RAW = hnp.arrays(np.float32, SHAPES, elements=st.floats(-8, 8, width=32) | st.just(np.nan))
SCALED = hnp.arrays(np.float32, SHAPES, elements=st.floats(0, 1, width=32) | st.just(np.nan))
FULL = st.floats(0.01, 100)


def picture(shape: tuple[int, ...], seed: int = 0) -> NDArray[np.uint8]:
    rng = np.random.default_rng(seed)
    return rng.integers(0, 256, (*shape, 3), dtype=np.uint8)


def ramp(strength: float = 1.0) -> NDArray[np.float32]:
    return np.linspace(0, strength, 256, dtype=np.float32)[None, :]


class TestScale:
    @given(RAW, FULL)
    def test_it_is_bounded_and_keeps_shape_and_gaps(
        self, raw: NDArray[np.float32], full: float
    ) -> None:
        scaled = scale_heat_map(raw, full_scale=full)
        assert scaled.dtype == np.float32
        assert np.array_equal(np.isnan(scaled), np.isnan(raw))
        seen = scaled[~np.isnan(raw)]
        assert ((seen >= 0) & (seen <= 1)).all()
        assert (seen[raw[~np.isnan(raw)] <= 0] == 0).all(), "evidence against is not evidence for"

    @given(RAW, FULL)
    def test_more_evidence_is_never_shown_as_less(
        self, raw: NDArray[np.float32], full: float
    ) -> None:
        order = np.argsort(raw, axis=None)  # NaN last
        scaled = scale_heat_map(raw, full_scale=full).ravel()[order]
        assert (np.diff(scaled[~np.isnan(scaled)]) >= 0).all()

    def test_it_is_proportional_and_never_stretched_to_the_image(self) -> None:
        weak = np.array([[0.0, 0.1, 0.2]], np.float32)
        for times, expected in ((1, [0, 0.05, 0.1]), (10, [0, 0.5, 1])):
            scaled = scale_heat_map(weak * np.float32(times), full_scale=2.0)
            assert scaled[0] == pytest.approx(expected)

    def test_what_exceeds_the_scale_is_clipped(self) -> None:
        assert scale_heat_map(np.array([[3, 1e30]], np.float32), full_scale=2).tolist() == [[1, 1]]

    def test_the_raw_map_is_left_alone(self) -> None:
        raw = np.array([[-1, 2]], np.float32)
        scale_heat_map(raw, full_scale=1)
        assert raw.tolist() == [[-1, 2]]

    @pytest.mark.parametrize("full", [0, -1, np.nan, np.inf])
    def test_a_senseless_scale_is_refused(self, full: float) -> None:
        with pytest.raises(ValueError, match="full scale"):
            scale_heat_map(np.zeros((2, 2), np.float32), full_scale=full)

    @pytest.mark.parametrize("value", [np.inf, -np.inf])
    def test_an_infinity_is_refused(self, value: float) -> None:
        with pytest.raises(ValueError, match="infinity"):
            scale_heat_map(np.array([[value]], np.float32), full_scale=1)

    def test_a_map_of_other_dimensions_is_refused(self) -> None:
        with pytest.raises(ValueError, match="shape"):
            scale_heat_map(np.zeros((7, 2, 2), np.float32), full_scale=1)


class TestColour:
    @given(SCALED, MAPS)
    def test_alpha_is_the_heat(self, scaled: NDArray[np.float32], colour_map: ColourMap) -> None:
        rgba = colour_heat_map(scaled, colour_map=colour_map)
        assert rgba.shape == (*scaled.shape, 4)
        assert rgba.dtype == np.uint8
        seen = ~np.isnan(scaled)
        assert np.array_equal(rgba[seen][:, 3], np.rint(scaled[seen] * 255))

    @pytest.mark.parametrize("colour_map", ColourMap)
    def test_lightness_rises_with_heat(self, colour_map: ColourMap) -> None:
        rgb = colour_heat_map(ramp(), colour_map=colour_map)[0, :, :3] / 255
        luminance = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4) @ [
            0.2126,
            0.7152,
            0.0722,
        ]
        assert (np.diff(luminance) > -2e-3).all()
        assert luminance[-1] > 2 * luminance[0]

    def test_the_maps_differ(self) -> None:
        colours = {colour_heat_map(ramp(), colour_map=m).tobytes() for m in ColourMap}
        assert len(colours) == len(ColourMap)

    def test_viridis_is_greener_than_skin_blood_and_pigment_can_be(self) -> None:
        red, green = (colour_heat_map(ramp())[0, :192, channel] for channel in (0, 1))
        assert (green.astype(int) > red).all()

    @pytest.mark.parametrize("value", [-0.01, 1.01, 300])
    def test_an_unscaled_map_is_refused(self, value: float) -> None:
        with pytest.raises(ValueError, match="scale it first"):
            colour_heat_map(np.array([[0.5, value]], np.float32))

    def test_a_map_of_other_dimensions_is_refused(self) -> None:
        with pytest.raises(ValueError, match="shape"):
            colour_heat_map(np.zeros(4, np.float32))


class TestOverlay:
    @given(SHAPES, MAPS, st.floats(0, 1), st.integers(0, 99))
    def test_no_heat_leaves_the_picture_as_it_is(
        self, shape: tuple[int, ...], colour_map: ColourMap, opacity: float, seed: int
    ) -> None:
        pixels = picture(shape, seed)
        against = scale_heat_map(np.full(shape, -3, np.float32), full_scale=1)
        shown = overlay(pixels, against, colour_map=colour_map, opacity=opacity)
        assert np.array_equal(shown, pixels)
        assert shown is not pixels

    @given(SCALED, MAPS)
    def test_no_opacity_leaves_the_picture_as_it_is(
        self, scaled: NDArray[np.float32], colour_map: ColourMap
    ) -> None:
        pixels = picture(scaled.shape)
        assert np.array_equal(overlay(pixels, scaled, colour_map=colour_map, opacity=0), pixels)

    @given(st.floats(0.05, 0.9), MAPS)
    def test_a_weak_map_looks_weaker_than_a_strong_one(
        self, share: float, colour_map: ColourMap
    ) -> None:
        skin = np.full((1, 256, 3), (205, 150, 130), np.uint8)
        raw = np.linspace(0, 4, 256, dtype=np.float32)[None, :]
        change = [
            np.abs(
                overlay(skin, scale_heat_map(k * raw, full_scale=4), colour_map=colour_map)
                - skin * 1.0
            ).sum()
            for k in (share, 1.0)
        ]
        assert change[0] < change[1]

    def test_full_heat_at_full_opacity_hides_the_picture(self) -> None:
        hot = np.ones((3, 3), np.float32)
        shown = overlay(picture((3, 3)), hot, opacity=1)
        assert np.array_equal(shown, colour_heat_map(hot)[..., :3])

    @pytest.mark.parametrize("grey", [0, 90, 200, 255])
    def test_unseen_is_hatched_and_differs_from_no_heat(self, grey: int) -> None:
        scaled = np.zeros((60, 80), np.float32)
        scaled[:, :40] = np.nan
        pixels = np.full((60, 80, 3), grey, np.uint8)
        shown = overlay(pixels, scaled).astype(int)
        assert np.array_equal(shown[:, 40:], pixels[:, 40:])
        hatched = shown[:, :40, 0]
        assert (hatched != grey).all()
        assert len(np.unique(hatched)) == 2, "lines and what lies between them"
        assert np.array_equal(shown[:, :40, 0], shown[:, :40, 2]), "without a hue of its own"

    def test_bands_join_without_a_seam(self) -> None:
        pixels, scaled = picture((600, 5)), np.tile(np.float32(0.5), (600, 5))
        rgba = colour_heat_map(scaled)
        at_once = pixels + rgba[..., 3:] / 255 * 0.75 * (rgba[..., :3] - pixels.astype(float))
        assert np.abs(overlay(pixels, scaled) - at_once).max() <= 0.51

    @given(SCALED, st.floats(0, 1))
    def test_blending_stays_between_picture_and_colour(
        self, scaled: NDArray[np.float32], opacity: float
    ) -> None:
        pixels, rgba = picture(scaled.shape), colour_heat_map(scaled)
        shown = blend(pixels, rgba, opacity=opacity)
        assert (shown >= np.minimum(pixels, rgba[..., :3])).all()
        assert (shown <= np.maximum(pixels, rgba[..., :3])).all()

    def test_sizes_must_agree(self) -> None:
        with pytest.raises(ValueError, match="does not fit"):
            overlay(picture((4, 5)), np.zeros((5, 4), np.float32))

    @pytest.mark.parametrize("opacity", [-0.1, 1.1, np.nan])
    def test_opacity_is_a_share(self, opacity: float) -> None:
        with pytest.raises(ValueError, match="Opacity"):
            overlay(picture((2, 2)), np.zeros((2, 2), np.float32), opacity=opacity)


@pytest.mark.parametrize("colour_map", ColourMap)
def test_colours_are_those_of_matplotlib(colour_map: ColourMap) -> None:
    heat = np.linspace(0, 1, 256, dtype=np.float32)[None]
    shown = colour_heat_map(heat, colour_map=colour_map)[0, :, :3]
    expected = colormaps[colour_map.value](np.linspace(0.55, 1, 256))[:, :3] * 255
    np.testing.assert_allclose(shown, expected, atol=0.5 + 1e-6)
    assert colours(colour_map) == json.loads(colour_maps_file().read_text())[colour_map]


def test_no_plotting_library_is_imported() -> None:
    script = (
        "import sys, numpy as np; from core.explain.heatmap import colour_heat_map\n"
        "colour_heat_map(np.ones((1, 1), np.float32))\n"
        "assert 'matplotlib' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60, cwd=ROOT)
