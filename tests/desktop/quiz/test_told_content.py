from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.atlas import Atlas
from core.learning.quiz.cards import Due
from core.learning.quiz.questions import Reveal
from core.learning.store.records import Answer
from desktop.quiz.ending import more_words, score_words
from desktop.quiz.told_content import told_of
from desktop.quiz.words import next_words, verdict_words
from tests.core.learning.answers import answer
from tests.desktop.atlases import make_atlas


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    folder: Path = tmp_path_factory.mktemp("told")
    return Atlas.open(make_atlas(folder / "atlas", ("nv", "mel", "bcc")))


def reveal(atlas: Atlas, given: Answer) -> Reveal:
    item = next(one for one in atlas.library.every() if one.code == given.truth)
    entry = atlas.description.classes[given.truth]
    return Reveal(given, item, entry.name, entry.malignant)


def test_what_was_mixed_up_is_told_apart_with_sources(atlas: Atlas) -> None:
    told = told_of(reveal(atlas, answer("mel", "nv", confidence=0.8)), atlas.description)
    assert told.verdict == "✗ Not right"
    assert told.name == "Melanoma"
    assert told.malignant
    assert told.guess.startswith("You said: melanocytic nevus, 80 % sure")
    assert told.facts[0] == "Confirmed by histopathology"
    assert [one.title for one in told.lessons] == [
        "Melanoma or melanocytic nevus?",
        "What to look for: melanoma",
    ]
    assert all(one.lines and "After " in one.sources for one in told.lessons)
    assert "CC0" in told.credit


def test_who_was_right_is_told_what_to_look_for(atlas: Atlas) -> None:
    told = told_of(reveal(atlas, answer("nv", "nv")), atlas.description)
    assert told.right
    assert [one.title for one in told.lessons] == ["What to look for: melanocytic nevus"]


def test_of_two_of_which_nobody_says_what_tells_them_apart_both_are_described(
    atlas: Atlas,
) -> None:
    told = told_of(reveal(atlas, answer("nv", "vasc")), atlas.description)
    titles = [one.title for one in told.lessons]
    assert titles[0] == "What to look for: melanocytic nevus"
    assert len(titles) == 2


def test_whether_malignant_was_right_is_told_where_it_was_asked(atlas: Atlas) -> None:
    wrong = reveal(atlas, answer("mel", "mel", malignant=False))
    assert "Malignant or not: wrong." in told_of(wrong, atlas.description).guess
    unasked = reveal(atlas, answer("mel", "mel"))
    assert "Malignant or not" not in told_of(unasked, atlas.description).guess


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (answer("mel", "mel"), "✓ Right"),
        (answer("mel", "nv"), "✗ Not right"),
        (answer("mel", "mel", late=True), "✗ Right, but too late"),
        (answer("mel", "", late=True), "✗ No answer"),
    ],
)
def test_each_way_of_answering_has_its_verdict(given: Answer, words: str) -> None:
    assert verdict_words(given) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(0.9, "in 1 day."), (1.2, "in 1 day."), (6.0, "in 6 days."), (1234.0, "in 1,234 days.")],
)
def test_the_next_time_is_said_in_days(days: float, words: str) -> None:
    given = answer("mel", "nv")
    due = Due(given.created + timedelta(days=days), 0.9)
    assert next_words(due, given).endswith(words)


def test_the_end_says_what_there_is_to_say() -> None:
    given = [
        answer("mel", "mel", malignant=True),
        answer("mel", "nv", malignant=False, late=True),
        replace(answer("nv", "nv"), malignant=None),
    ]
    assert score_words(given) == "2 of 3 right"
    assert more_words(given, asked=5).split("\n") == [
        "Malignant or not: 1 of 2 right.",
        "1 answer came too late.",
        "2 questions were left out.",
    ]
    assert more_words(given[:1], asked=1).endswith("Nothing was missed.")
    assert score_words([]) == "Nothing was answered"
    assert more_words([], asked=0) == ""
