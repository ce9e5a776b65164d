"""Probabilities are compared image by image and class by class."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.engine.request import EngineRequest
from core.errors import EngineTimeout
from core.model import Bundle
from core.paths import examples_folder, resources_folder
from core.selftest import answers
from core.selftest.answers import ask_engine, largest_difference
from core.selftest.known import known_answers

ONE = {"a.jpg": {"mel": 0.25, "nv": 0.75}}


def test_the_largest_difference_is_that_of_the_worst_class() -> None:
    assert largest_difference(ONE, {"a.jpg": {"mel": 0.3, "nv": 0.7}}) == pytest.approx(0.05)
    assert largest_difference(ONE, ONE) == 0


@pytest.mark.parametrize(
    "other", [{}, {"b.jpg": ONE["a.jpg"]}, {"a.jpg": {"mel": 0.25, "bcc": 0.75}}]
)
def test_other_images_or_classes_are_as_far_apart_as_can_be(
    other: dict[str, dict[str, float]],
) -> None:
    assert largest_difference(ONE, other) == 1


def test_answers_are_known_of_the_model_that_ships_and_of_every_example() -> None:
    """If this fails, the model or the examples were replaced: `python -m scripts.known_answers`."""
    known = known_answers()
    answers = known.models[Bundle.load(resources_folder() / "model").sha256]
    assert answers.keys() == {file.name for file in examples_folder().glob("*.jpg")}
    assert all(sum(one.values()) == pytest.approx(1, abs=1e-4) for one in answers.values())
    assert 0 < known.tolerance <= 1e-3


ENDED: list[Silent] = []


class Silent:
    """A client whose engine never says a word."""

    def __init__(self, _settings: object, *, on_event: object) -> None:
        del on_event

    def __enter__(self) -> Silent:
        return self

    def __exit__(self, *_: object) -> None:
        ENDED.append(self)

    def submit(self, _source: Path, *, job: int) -> None:
        """Take it, and do nothing."""


def test_an_engine_that_says_nothing_is_not_waited_for_without_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(answers, "EngineClient", Silent)
    monkeypatch.setattr(answers, "_PATIENCE", 0.05)
    with pytest.raises(EngineTimeout, match="did not answer in time"):
        ask_engine(tmp_path, [tmp_path / "a.jpg"], engine=EngineRequest.ONNXRUNTIME)
    assert ENDED
