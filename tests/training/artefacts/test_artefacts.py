"""Drawings of what spoils pictures: the same each time, and stronger by degree."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.phantoms import PhantomKind, draw_phantom
from training.artefacts import ARTEFACTS, ArtefactName, spoiled
from training.artefacts.geometry import cut

Pixels = NDArray[np.uint8]


@pytest.fixture(scope="module")
def good() -> Pixels:
    return draw_phantom(PhantomKind.GLOBULAR, seed=3, size=(200, 260))


def test_every_name_has_an_artefact_of_three_degrees_and_words() -> None:
    assert list(ARTEFACTS) == list(ArtefactName)
    for artefact in ARTEFACTS.values():
        labels = {artefact.label(degree) for degree in artefact.degrees}
        assert len(labels) == 3
        assert not any("{" in label for label in labels)


@pytest.mark.parametrize("name", ArtefactName)
def test_the_same_picture_is_spoiled_in_the_same_way(good: Pixels, name: ArtefactName) -> None:
    before = good.copy()
    for degree in ARTEFACTS[name].degrees:
        changed = spoiled(good, name, degree=degree, number=5)
        assert changed.dtype == np.uint8
        assert changed.shape[2] == 3
        assert np.array_equal(changed, spoiled(good, name, degree=degree, number=5))
    assert np.array_equal(good, before)


@pytest.mark.parametrize("name", sorted(set(ArtefactName) - {ArtefactName.SHRINKING}))
def test_more_is_farther_from_the_original(good: Pixels, name: ArtefactName) -> None:
    changed = [spoiled(good, name, degree=degree, number=1) for degree in ARTEFACTS[name].degrees]
    assert {one.shape for one in changed} == {good.shape}
    away = [np.abs(one.astype(float) - good).mean() for one in changed]
    assert 0 < away[0] < away[1] < away[2]


def test_shrinking_leaves_what_it_says(good: Pixels) -> None:
    assert spoiled(good, ArtefactName.SHRINKING, degree=50, number=0).shape == (50, 65, 3)


def test_a_turn_around_leaves_the_middle_where_it_was(good: Pixels) -> None:
    upside = spoiled(good, ArtefactName.ROTATION, degree=180, number=0)
    difference = upside[50:150, 50:210].astype(float) - good[::-1, ::-1][50:150, 50:210]
    assert np.abs(difference).mean() < 6


def test_a_turn_keeps_what_lies_in_the_circle_and_fills_the_corners_with_skin() -> None:
    grey = np.full((40, 60, 3), 130, np.uint8)
    grey[15:25, 25:35] = 50
    turned = spoiled(grey, ArtefactName.ROTATION, degree=45, number=0)
    assert turned.min() >= 50
    assert (turned == 130).mean() > 0.9


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_loses_the_share_it_says(good: Pixels, share: float) -> None:
    mask = np.zeros(good.shape[:2], np.bool_)
    mask[60:140, 80:180] = True
    left = cut(good, mask, share=share)
    lost = 1 - mask[:, -left.shape[1] :].sum() / mask.sum()
    assert lost == pytest.approx(share, abs=0.02)
    assert np.array_equal(left, good[:, -left.shape[1] :])
