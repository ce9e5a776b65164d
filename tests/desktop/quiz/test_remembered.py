from __future__ import annotations

import pytest

from core.learning.quiz.plan import Difficulty, QuizPlan, Topic
from desktop.quiz.offer import AtlasOffer
from desktop.quiz.remembered import as_words, plan_of, without_strangers

PLAN = QuizPlan(
    topic=Topic(codes=("mel", "nv"), sites=("back",), confirmations=("histo",)),
    count=50,
    difficulty=Difficulty.HARD,
    choices=3,
    seconds=20,
    ask_malignant=True,
)


def test_what_was_chosen_is_read_again() -> None:
    assert plan_of(as_words(PLAN)) == PLAN


def test_images_of_a_collection_are_not_kept() -> None:
    topic = Topic(codes=("mel",), sha256s=("0" * 64,))
    kept = plan_of(as_words(PLAN.model_copy(update={"topic": topic})))
    assert kept.topic == Topic(codes=("mel",))


@pytest.mark.parametrize("words", ["", "{", '{"count": 0}', '{"count": 3, "new": 1}'])
def test_what_cannot_be_read_is_as_if_nothing_had_been_chosen(words: str) -> None:
    assert plan_of(words) == QuizPlan(count=10)


def test_what_another_atlas_does_not_have_is_left_out() -> None:
    offer = AtlasOffer("", "", (("N", "nv"), ("B", "bcc")), (), (("H", "histo"),))
    found = without_strangers(PLAN, offer)
    assert found == Topic(codes=("nv",), confirmations=("histo",))
