"""The legend says what it must, at every width, and touches nothing of the picture."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import ImageDraw

from core.explain.heatmap import ColourMap, colour_heat_map
from core.explain.legend import DISCLAIMER, UNSEEN, with_scale_bar

LONG = "Benign keratosis-like lesion of an extraordinarily long denomination"
WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3


def skin(width: int, height: int = 40) -> NDArray[np.uint8]:
    return np.full((height, width, 3), (205, 150, 130), np.uint8)


def legend(
    width: int = 400,
    *,
    full_scale: float = 2.0,
    class_name: str = "Melanoma",
    probability: float = 0.62,
    colour_map: ColourMap = ColourMap.VIRIDIS,
    opacity: float = 0.75,
    ground: tuple[int, int, int] | None = None,
    has_unseen: bool = False,
) -> NDArray[np.uint8]:
    """Only the strip."""
    return with_scale_bar(
        skin(width),
        full_scale=full_scale,
        class_name=class_name,
        probability=probability,
        colour_map=colour_map,
        opacity=opacity,
        ground=ground,
        has_unseen=has_unseen,
    )[40:]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every piece of text that is drawn, in order."""
    pieces: list[str] = []
    draw: Callable[..., None] = ImageDraw.ImageDraw.text

    def spy(self: ImageDraw.ImageDraw, xy: object, text: str, **more: object) -> None:
        pieces.append(text)
        draw(self, xy, text, **more)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", spy)
    return pieces


def test_it_names_class_probability_scale_and_purpose(written: list[str]) -> None:
    legend(600, has_unseen=True, full_scale=3.3)
    assert written == [
        "Melanoma: 62 %",
        "Evidence for Melanoma, logit units",
        "0",
        "1.65",
        "3.3 or more",
        UNSEEN,
        DISCLAIMER,
    ]


def test_hatching_is_explained_only_where_there_is_some(written: list[str]) -> None:
    without = legend()
    assert UNSEEN not in written
    assert len(legend(has_unseen=True)) > len(without)


@pytest.mark.parametrize(
    ("probability", "said"),
    [
        (0.0, "under 1 %"),
        (0.004, "under 1 %"),
        (0.5, "50 %"),
        (0.996, "over 99 %"),
        (1.0, "over 99 %"),
    ],
)
def test_no_probability_is_rounded_to_certainty(
    written: list[str], probability: float, said: str
) -> None:
    legend(probability=probability)
    assert written[0] == f"Melanoma: {said}"


@pytest.mark.parametrize("width", [160, 161, 320, 600, 899, 900, 1920, 6000])
@pytest.mark.parametrize("name", ["Melanoma", LONG, WORD])
def test_nothing_overflows(written: list[str], width: int, name: str) -> None:
    strip = legend(width, class_name=name, has_unseen=True)
    assert strip.shape[1:] == (width, 3)
    margin = 3
    assert (strip[:, :margin] == 255).all()
    assert (strip[:, -margin:] == 255).all()
    assert (strip[-1] == 255).all(), "the last line is not cut off"
    said = "".join(written).replace(" ", "")
    assert said.startswith(f"{name}:".replace(" ", "")), "no part of the name is lost"
    assert said.endswith(DISCLAIMER.replace(" ", ""))


@settings(max_examples=25, deadline=None)
@given(width=st.integers(24, 700), name=st.text(min_size=1, max_size=60))
def test_any_name_at_any_width_gives_a_legend(width: int, name: str) -> None:
    strip = legend(width, class_name=name)
    assert strip.shape[1:] == (width, 3)
    assert len(strip) > 30


def test_it_grows_with_the_picture() -> None:
    heights = [len(legend(width)) for width in (320, 640, 1500, 6000)]
    assert heights == sorted(heights)
    assert heights[-1] > 5 * heights[0]


def test_the_picture_itself_is_untouched() -> None:
    pixels = np.random.default_rng(3).integers(0, 256, (50, 300, 3), dtype=np.uint8)
    shown = with_scale_bar(pixels, full_scale=1, class_name="Nevus", probability=0.1)
    assert np.array_equal(shown[:50], pixels)


@pytest.mark.parametrize("colour_map", ColourMap)
def test_the_bar_shows_the_colours_as_they_lie_on_the_picture(colour_map: ColourMap) -> None:
    strip = legend(colour_map=colour_map, opacity=1.0).astype(int)
    hottest = colour_heat_map(np.ones((1, 1), np.float32), colour_map=colour_map)[0, 0, :3]
    bar_rows = np.flatnonzero((strip[:, 200] != 255).any(1) & (strip[:, 201] != 255).any(1))
    row = strip[bar_rows[(strip[bar_rows, 8:380] != 255).any(2).all(1)][0]]
    inked = np.flatnonzero((row != 255).any(1))
    assert np.abs(row[inked[0]] - (205, 150, 130)).max() <= 1, "no heat: the ground itself"
    assert np.abs(row[inked[-1]] - hottest).max() <= 1, "full scale: the hottest colour"


def test_the_ground_can_be_given() -> None:
    assert not np.array_equal(legend(), legend(ground=(10, 20, 30)))


@pytest.mark.parametrize("probability", [-0.1, 1.1, np.nan])
def test_a_senseless_probability_is_refused(probability: float) -> None:
    with pytest.raises(ValueError, match="probability"):
        legend(probability=probability)


@pytest.mark.parametrize("full_scale", [0, -2, np.nan, np.inf])
def test_a_senseless_scale_is_refused(full_scale: float) -> None:
    with pytest.raises(ValueError, match="full scale"):
        legend(full_scale=full_scale)
