"""Counting evidence: each lesion once, by what the labels tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from core.trust.counts import Cell
from core.trust.patient import AgeGroup
from tests.training.evaluation.support import CODES
from training.evaluation.evidence import count_evidence, one_of_each_lesion
from training.evaluation.predictor import Predictions
from training.labels import LabelledImage


def image(name: str, code: str, *, lesion: str | None = None, **row: str) -> LabelledImage:
    return LabelledImage(name, Path(f"{name}.jpg"), code, lesion, row)


def predicted(images: Sequence[LabelledImage], shares: Sequence[Sequence[float]]) -> Predictions:
    return Predictions(tuple(images), np.array(shares, np.float64), CODES, ())


def test_findings_are_counted_by_how_they_turned_out() -> None:
    back = {"localization": "back", "age": "55.0"}
    followed = {**back, "dx_type": "follow_up"}
    counts = count_evidence(
        predicted(
            [image("a", "mel", **back), image("b", "nv", **back), image("c", "nv", **followed),
             image("d", "bcc", localization="unknown", age="")],
            [(0.1, 0.6, 0.3), (0.1, 0.65, 0.25), (0.1, 0.6, 0.3), (0.95, 0.03, 0.02)],
        )
    )  # fmt: skip
    assert set(counts.cells) == {
        Cell("bcc", 3, None, None, "bcc", 1),
        Cell("mel", 1, "back", AgeGroup.FROM_50, "mel", 1),
        Cell("mel", 1, "back", AgeGroup.FROM_50, "nv", 2, 1),
    }
    assert counts.lesions == 4


def test_a_lesion_that_was_photographed_often_counts_once() -> None:
    images = [image(str(n), "mel", lesion="L1") for n in range(5)]
    images += [image("x", "nv", lesion="L2"), image("y", "nv"), image("z", "nv")]
    assert count_evidence(predicted(images, [(0.1, 0.8, 0.1)] * 8)).lesions == 4


def test_who_speaks_for_a_lesion_does_not_depend_on_the_order() -> None:
    images = [image(f"{n}", "mel", lesion=f"L{n % 7}") for n in range(40)]
    drawn = {images[row].image_id for row in one_of_each_lesion(images)}
    turned = images[::-1]
    assert drawn == {turned[row].image_id for row in one_of_each_lesion(turned)}
    assert len(drawn) == 7
    assert drawn != {str(n) for n in range(7)}  # not simply the first


@pytest.mark.parametrize("name", ["L1", "y"])
def test_an_image_without_lesion_is_never_taken_for_one(name: str) -> None:
    images = [image("a", "mel", lesion=name), image(name, "nv")]
    assert len(one_of_each_lesion(images)) == 2
