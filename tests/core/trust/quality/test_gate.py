"""Spoiled pictures get their finding, good ones none, and odd ones no crash."""

from __future__ import annotations

import math
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.images import (
    FitMode,
    FitSpec,
    ImageFormat,
    ImageReader,
    ImageRecord,
    Picture,
    find_images,
    fit,
)
from core.phantoms import EXAMPLES, PhantomKind, draw_phantom
from core.trust.quality import LIMITS, MEASURED, QualityCode, measure, quality_of
from core.trust.quality.view import view_of
from training.artefacts import ArtefactName, spoiled

Pixels = NDArray[np.uint8]
SPEC = FitSpec(height=120, width=160, mode=FitMode.CROP)
RULED = {PhantomKind.RETICULAR, PhantomKind.MULTICOMPONENT, PhantomKind.SCALE}


@pytest.fixture(scope="module")
def good() -> Pixels:
    return draw_phantom(PhantomKind.GLOBULAR, seed=EXAMPLES[PhantomKind.GLOBULAR], size=(240, 320))


def codes_of(pixels: Pixels) -> set[str]:
    height, width = pixels.shape[:2]
    record = ImageRecord(ImageFormat.PNG, width, height, 1, "0" * 64, "RGB", 8)
    placement = fit(pixels, SPEC).placement
    return {finding.code for finding in quality_of(Picture(pixels, record), placement)}


@pytest.mark.parametrize("kind", PhantomKind)
def test_the_examples_have_no_defect_but_the_rulers_drawn_on_them(kind: PhantomKind) -> None:
    found = codes_of(draw_phantom(kind, seed=EXAMPLES[kind]))
    assert found == ({QualityCode.RULER} if kind in RULED else set())


@pytest.mark.parametrize(
    ("name", "degree", "code"),
    [
        (ArtefactName.BLUR, 4, QualityCode.BLURRED),
        (ArtefactName.DARKER, -2, QualityCode.TOO_DARK),
        (ArtefactName.BRIGHTER, 1.5, QualityCode.TOO_BRIGHT),
        (ArtefactName.CAST, 0.6, QualityCode.COLOUR_CAST),
        (ArtefactName.HAIR, 150, QualityCode.HEAVY_HAIR),
        (ArtefactName.INK, 200, QualityCode.INK),
        (ArtefactName.RULER, 1, QualityCode.RULER),
        (ArtefactName.FRAME, 0.9, QualityCode.BLACK_FRAME),
        (ArtefactName.SHRINKING, 80, QualityCode.TOO_SMALL),
        (ArtefactName.SHRINKING, 8, QualityCode.TOO_SMALL),
    ],
)
def test_what_was_spoiled_is_found(
    good: Pixels, name: ArtefactName, degree: float, code: QualityCode
) -> None:
    assert not codes_of(good)
    assert code in codes_of(spoiled(good, name, degree=degree, number=2))


def test_a_lesion_at_the_edge_is_cut_off(good: Pixels) -> None:
    assert codes_of(np.ascontiguousarray(good[:, 165:])) == {QualityCode.LESION_CUT_OFF}


def test_a_speck_is_tiny() -> None:
    y, x = np.mgrid[:240, :320]
    skin = np.random.default_rng(1).normal((205, 160, 150), 6, (240, 320, 3))
    skin[np.hypot(y - 110, x - 170) < 14] *= 0.5
    pixels = np.clip(skin, 0, 255).astype(np.uint8)
    assert codes_of(pixels) == {QualityCode.LESION_TINY}


def test_a_large_picture_is_judged_like_a_small_one(good: Pixels) -> None:
    large = np.repeat(np.repeat(good, 5, axis=0), 5, axis=1)
    small, enlarged = view_of(good), view_of(large)
    assert small is not None
    assert enlarged is not None
    first, second = measure(small), measure(enlarged)
    # Fine grain, which sharpness and the noise of a ruler's number live on, is drawn larger.
    for code in set(MEASURED) - {QualityCode.BLURRED, QualityCode.RULER}:
        assert second[code] == pytest.approx(first[code], rel=0.15, abs=0.03), code


def test_every_finding_is_one_sentence_with_advice() -> None:
    assert set(LIMITS) == set(MEASURED) == set(QualityCode) - {QualityCode.TOO_SMALL}
    for limit in LIMITS.values():
        assert limit.message.endswith(".")
        assert ": " in limit.message
        assert not limit.passed(math.nan)


@settings(max_examples=60, deadline=None)
@given(
    arrays(np.uint8, st.tuples(st.integers(1, 70), st.integers(1, 70), st.just(3))),
    st.integers(1, 40),
)
def test_no_picture_breaks_the_gate(pixels: Pixels, factor: int) -> None:
    enlarged = np.repeat(np.repeat(pixels, factor, axis=0), max(1, factor // 8), axis=1)
    assert codes_of(enlarged) <= set(QualityCode)


@pytest.mark.parametrize("level", [0, 20, 128, 255])
@pytest.mark.parametrize("shape", [(1, 1), (1, 600), (600, 1), (40, 2000), (32, 32), (300, 300)])
def test_uniform_pictures_are_judged_without_a_lesion(shape: tuple[int, int], level: int) -> None:
    pixels = np.full((*shape, 3), level, np.uint8)
    found = codes_of(pixels)
    assert not found & {QualityCode.LESION_TINY, QualityCode.LESION_CUT_OFF, QualityCode.RULER}
    if min(shape) >= 32 * max(1.0, max(shape) / 256):
        assert QualityCode.BLURRED in found
    else:
        assert found == {QualityCode.TOO_SMALL}


def test_few_real_images_are_flagged(shared_data: Path) -> None:
    files = list(islice(find_images([shared_data / "ham10000" / "images"]), 0, None, 25))[:400]
    assert len(files) == 400
    counts = dict.fromkeys(MEASURED, 0)
    with ImageReader(workers=2) as reader:
        for reading in reader.read_many(files):
            assert isinstance(reading.outcome, Picture)
            view = view_of(reading.outcome.pixels)
            assert view is not None
            for code, number in measure(view).items():
                counts[code] += LIMITS[code].passed(number)
    # 1 in 100 by each limit, which is 4; 12 or more by chance is rarer than 1 in 1,000. Lesions
    # that really are tiny or cut off come on top of theirs.
    for code in set(MEASURED) - {QualityCode.LESION_CUT_OFF, QualityCode.LESION_TINY}:
        assert counts[code] <= 12, code
    assert sum(counts.values()) >= 12
    assert counts[QualityCode.LESION_CUT_OFF] <= 36
    assert counts[QualityCode.LESION_TINY] <= 36
