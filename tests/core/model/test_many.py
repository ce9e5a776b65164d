"""Many files, answered in order by a classifier."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.engine import EngineRequest, open_classifier
from core.errors import FileMissing, LentigoError
from core.model import Classifier
from core.results import Analysis
from tests.core.model.pixels import picture
from tests.core.tiny import tiny_bundle


def test_files_are_answered_in_order_and_errors_stand_among_them(
    classifier: Classifier, tmp_path: Path
) -> None:
    good = tmp_path / "good.png"
    Image.fromarray(picture().pixels).save(good)
    missing = tmp_path / "missing.png"
    answers = list(classifier.analyse_many([missing, good, missing, good]))
    assert [answer.source for answer in answers] == [missing, good, missing, good]
    assert [type(answer.outcome) for answer in answers] == [FileMissing, Analysis] * 2
    assert answers[0].picture is None
    assert answers[1].picture is not None
    analysis = answers[1].outcome
    assert isinstance(analysis, Analysis)
    assert answers[1].label == classifier.bundle.card.entry(analysis.finding).name


def test_answers_without_pictures_are_the_same(classifier: Classifier, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(6)]
    for number, path in enumerate(paths[1:]):
        Image.fromarray(picture(40 + number, 90).pixels).save(path)
    with_, without = (
        list(classifier.analyse_many(paths, pictures=pictures)) for pictures in (True, False)
    )
    assert [answer.picture for answer in without] == [None] * 6
    assert [answer.source for answer in without] == paths
    assert isinstance(without[0].outcome, FileMissing)
    for ours, theirs in zip(without[1:], with_[1:], strict=True):
        assert_equal_answers(ours.outcome, theirs.outcome)
        assert ours.label == theirs.label


def test_all_views_are_made_where_pictures_are_decoded(
    classifier: Classifier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(classifier, "thorough", True)
    file = tmp_path / "one.png"
    Image.fromarray(picture().pixels).save(file)
    (answer,) = classifier.analyse_many([file], pictures=False)
    assert_equal_answers(answer.outcome, classifier.analyse(picture()))


def test_many_at_once_are_answered_in_order_as_one_by_one(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path / "model")
    paths = [tmp_path / f"{number}.png" for number in range(12)]
    for number, path in enumerate(paths):
        Image.fromarray(picture(40 + number, 90).pixels).save(path)
    one_by_one = open_classifier(bundle, engine=EngineRequest.ONNXRUNTIME)
    bulk = open_classifier(bundle, engine=EngineRequest.ONNXRUNTIME, bulk=True)
    bulk.at_once = 3
    answers = list(bulk.analyse_many(paths, pictures=False))
    assert [answer.source for answer in answers] == paths
    for answer, alone in zip(answers, one_by_one.analyse_many(paths), strict=True):
        assert_equal_answers(answer.outcome, alone.outcome)


def assert_equal_answers(one: Analysis | LentigoError, other: Analysis | LentigoError) -> None:
    assert isinstance(one, Analysis)
    assert isinstance(other, Analysis)
    np.testing.assert_array_equal(one.logits, other.logits)
    np.testing.assert_array_equal(one.embedding, other.embedding)
    assert (one.quality, one.cautions, one.spread) == (other.quality, other.cautions, other.spread)
    assert one.placement == other.placement
