"""What is taken for the lesion, what is painted over it, and what the answers then say."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.engine import open_classifier
from core.engine.explainer import Explainer
from core.explain.hidden import look_hidden, without_background, without_lesion
from core.explain.methods import View
from core.explain.region import lesion_region, otsu
from core.images import FitMode, FitSpec, fit
from core.model import DeviceRequest
from core.model.cautions import hidden_caution
from core.model.conclusion import with_hidden
from core.model.preparation import Prepared
from core.phantoms.drawing import EXAMPLES, draw_phantom
from core.phantoms.lesions import PhantomKind
from core.report.trust_words import warnings_of
from tests.core.explain.methods.built import MEL, built_bundle, grey, picture
from tests.desktop.fakes import make_analysis, make_card

SPEC = FitSpec(96, 128)
SKIN, MOLE = (224, 176, 160), (96, 56, 40)


def seen(pixels: NDArray[np.uint8], spec: FitSpec = SPEC) -> View:
    fitted = fit(pixels, spec)
    return View(fitted.pixels, fitted.placement)


def mole(*, row: int = 48, column: int = 64) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Draw a noisy brown ellipse on noisy skin, with black corners; return it with its mask."""
    y, x = np.mgrid[0:96, 0:128]
    inside = ((y - row) / 22) ** 2 + ((x - column) / 30) ** 2 < 1
    pixels = np.where(inside[..., np.newaxis], MOLE, SKIN)
    pixels = pixels + np.random.default_rng(2).normal(0, 8, pixels.shape)
    pixels[np.hypot(y - 48, x - 64) > 76] = 10
    return pixels.clip(0, 255).astype(np.uint8), inside


@pytest.mark.parametrize("place", [(48, 64), (40, 52), (52, 80)])
def test_a_mole_is_found_and_black_corners_are_not(place: tuple[int, int]) -> None:
    pixels, inside = mole(row=place[0], column=place[1])
    found = lesion_region(seen(pixels))
    assert found.shape == inside.shape
    assert (found & inside).sum() > 0.97 * inside.sum()
    assert (found & inside).sum() > 0.65 * found.sum()  # with its margin
    assert not found[:6, :6].any()


def test_a_hole_in_a_lesion_belongs_to_it() -> None:
    pixels, inside = mole()
    pixels[42:54, 58:70] = SKIN
    assert lesion_region(seen(pixels))[inside].all()


# Branching vessels lie in skin that is hardly darker or redder than its surroundings.
@pytest.mark.parametrize("kind", [k for k in PhantomKind if k != PhantomKind.BRANCHING_VESSELS])
def test_every_phantoms_lesion_is_found(kind: PhantomKind) -> None:
    found = lesion_region(seen(draw_phantom(kind, seed=EXAMPLES[kind])))
    assert 0.04 < found.mean() < 0.75
    assert found[36:60, 48:80].mean() > 0.5


def test_an_even_picture_has_no_lesion() -> None:
    view = seen(grey(96, 128))
    assert not lesion_region(view).any()
    assert np.array_equal(without_lesion(view, lesion_region(view)), view.pixels)


def test_padding_is_no_lesion() -> None:
    pixels, _ = mole()
    view = seen(pixels[:, 32:96], FitSpec(96, 128, FitMode.PAD))
    found = lesion_region(view)
    outside = np.ones(found.shape, bool)
    outside[view.inside] = False
    assert outside.any()
    assert not found[outside].any()
    assert np.array_equal(without_background(view, found)[outside], view.pixels[outside])


def test_otsu_parts_two_heaps() -> None:
    values = np.concatenate([np.full(90, 1.0), np.full(10, 9.0)])
    assert 1 < otsu(values) < 9
    assert otsu(np.full(5, 3.0)) == 3


def test_painting_over_leaves_skin_and_touches_nothing_else() -> None:
    pixels, inside = mole()
    view = seen(pixels)
    region = lesion_region(view)
    painted = without_lesion(view, region)
    assert np.array_equal(painted[~region], view.pixels[~region])
    assert np.abs(painted[inside].astype(int) - SKIN).max() < 40
    kept = without_background(view, region)
    assert np.array_equal(kept[region], view.pixels[region])
    assert np.abs(kept[~region].astype(int) - SKIN).max() < 12


@pytest.fixture
def explainer(tmp_path: Path) -> Explainer:
    return Explainer(open_classifier(built_bundle(tmp_path / "m"), device=DeviceRequest.CPU))


def test_an_answer_that_needs_its_lesion_does_not_survive(explainer: Explainer) -> None:
    """The red square, nearer the middle, is the only evidence for melanoma."""
    pixels = np.roll(picture(), (6, 10), axis=(0, 1))
    pixels[26:, 30:] = 128
    hidden = explainer.look_hidden(prepared(pixels))
    assert hidden.finding == MEL
    assert hidden.region[10:18, 14:22].all()
    assert hidden.kept < 0.95
    assert not hidden.survives_without_lesion
    assert hidden_caution(hidden) is None
    assert hidden.painted is not None
    assert hidden.painted[0, 14, 18].tolist() != [255, 0, 0] == hidden.painted[1, 14, 18].tolist()
    assert hidden.without_background[MEL] == pytest.approx(hidden.whole[MEL], rel=0.05)


def test_an_answer_that_something_else_gave_survives(explainer: Explainer) -> None:
    """A grey mark in the middle is taken for the lesion; red in the corner makes the finding."""
    pixels = grey()
    pixels[10:22, 18:30] = 20
    pixels[:6, :6] = (255, 0, 0)
    hidden = explainer.look_hidden(prepared(pixels))
    assert hidden.finding == MEL
    assert hidden.survives_without_lesion
    assert hidden.kept > 0.9
    caution = hidden_caution(hidden)
    assert caution is not None
    assert caution.code == "survives_without_lesion"
    analysis = make_analysis(make_card())
    for _ in range(2):  # asked twice, it is said once
        analysis = with_hidden(analysis, hidden)
    assert analysis.cautions == (caution,)
    assert warnings_of(analysis) == (caution.message,)


def test_without_a_lesion_nothing_survives_it() -> None:
    view = seen(grey(96, 128))
    certain = np.array([0.9, 0.1])
    hidden = look_hidden(view, lambda pixels: np.tile(certain, (len(pixels), 1)))
    assert hidden.kept == 1
    assert not hidden.survives_without_lesion


def test_a_given_region_is_what_is_hidden() -> None:
    pixels, inside = mole()
    hidden = look_hidden(seen(pixels), darkness, region=inside)
    assert np.array_equal(hidden.region, inside)
    assert hidden.whole[1] > hidden.without_lesion[1]


def darkness(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    share = (pixels.mean(axis=-1) < 100).mean(axis=(1, 2))
    return np.stack([1 - share, share], axis=1)


def prepared(pixels: NDArray[np.uint8]) -> Prepared:
    fitted = fit(pixels, FitSpec(*pixels.shape[:2]))
    return Prepared(
        fitted.pixels[np.newaxis], fitted.placement, cautions=(), quality=(), milliseconds=0.0
    )
