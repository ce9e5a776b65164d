"""Strange pictures are told from known ones by their embeddings."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.trust.novelty import DETECTOR, MEAN, PLANE, WHITENING, novelty_of, novelty_scores
from core.trust.rules import NoveltyRule, Scale
from training.generic import part_of
from training.trust.novelty import fit_novelty, novelty_references

CODES = ("a", "b")
Floats = NDArray[np.float32]


def lesions(count: int, *, seed: int) -> Floats:
    """Embeddings around two directions, of any length."""
    generator = np.random.default_rng(seed)
    values = np.abs(generator.normal(0, 0.3, (count, 16)))
    values[np.arange(count), np.arange(count) % 2] += 3
    return (values * generator.uniform(0.5, 3, (count, 1))).astype(np.float32)


def things(count: int, *, seed: int) -> Floats:
    generator = np.random.default_rng(seed)
    values = np.abs(generator.normal(0, 0.3, (count, 16)))
    values[np.arange(count), 4 + np.arange(count) % 6] += 3
    return values.astype(np.float32)


def fitted(ordinary: Floats | None) -> tuple[NoveltyRule, dict[str, Floats]]:
    references = novelty_references(lesions(600, seed=1), ordinary)
    labels = np.arange(400) % 2
    rule = fit_novelty(lesions(400, seed=2), labels, references=references, codes=CODES)
    return rule, references


@pytest.mark.parametrize("with_plane", [True, False])
def test_things_are_strange_and_new_lesions_are_not(*, with_plane: bool) -> None:
    rule, references = fitted(things(300, seed=3) if with_plane else None)
    assert (PLANE in references) is with_plane
    known = novelty_scores(lesions(2000, seed=4), rule, references)
    strange = novelty_scores(things(500, seed=5), rule, references)
    assert 0.92 < (known <= rule.threshold).mean() < 0.99
    assert (strange > rule.threshold).mean() > 0.95


def test_every_class_with_enough_images_is_accepted() -> None:
    rule, references = fitted(things(300, seed=3))
    known = novelty_scores(lesions(2000, seed=6), rule, references)
    for label in (0, 1):
        assert (known[label::2] <= rule.threshold).mean() > 0.93


def test_the_length_of_an_embedding_says_nothing() -> None:
    rule, references = fitted(things(300, seed=3))
    embedding = lesions(1, seed=7)[0]
    one, other = (novelty_of(embedding * factor, rule, references) for factor in (1, 7))
    assert one is not None
    assert other is not None
    assert one.score == pytest.approx(other.score, abs=1e-3)


def test_a_blank_embedding_gets_a_score() -> None:
    rule, references = fitted(None)
    verdict = novelty_of(np.zeros(16, np.float32), rule, references)
    assert verdict is not None
    assert np.isfinite(verdict.score)
    assert verdict.novel


def test_nothing_is_made_up_without_rule_detector_or_arrays() -> None:
    rule, references = fitted(None)
    embedding = np.ones(16, np.float32)
    assert novelty_of(embedding, None, references) is None
    assert novelty_of(embedding, rule, {}) is None
    assert novelty_of(embedding, rule, {MEAN: references[MEAN]}) is None
    other = NoveltyRule(
        detector="another", scales={"x": Scale(mean=0, deviation=1)}, threshold=0, accepted=0.9
    )
    assert novelty_of(embedding, other, references) is None
    assert rule.detector == DETECTOR
    assert references[WHITENING].shape == (16, 16)


def test_categories_keep_their_part_for_good() -> None:
    assert part_of("dalmatian") == part_of("accordion") == "b"
    parts = [part_of(f"category {number}") for number in range(400)]
    assert 150 < parts.count("a") < 250
