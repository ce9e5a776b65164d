"""What a quiz asks about: topics, difficulty, what is due, and what was missed."""

from __future__ import annotations

import pytest

from core.errors import UsageError
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.plan import Difficulty, QuizPlan, Topic
from core.learning.store.records import Profile
from tests.core.learning.quiz.answering import answer_all, asked
from tests.core.learning.quiz.still import StillClock


def test_a_lesion_comes_once(maker: QuizMaker, profile: Profile) -> None:
    quiz = maker.begin(profile, QuizPlan(count=100), seed=1)
    answer_all(quiz)
    lesions = [one.lesion for one in quiz.answers]
    assert len(lesions) == len(set(lesions)) == 18  # of 19 images
    assert quiz.question is None
    assert quiz.session.ended is not None


def test_the_same_seed_and_time_draw_the_same(maker: QuizMaker, profile: Profile) -> None:
    plan = QuizPlan(count=6, choices=2)
    one, same, other = (maker.begin(profile, plan, seed=seed) for seed in (1, 1, 2))
    assert one.session.questions == same.session.questions
    assert asked(one) != asked(other)


def test_who_was_asked_before_is_asked_what_is_due(
    maker: QuizMaker, profile: Profile, still: StillClock
) -> None:
    first = maker.begin(profile, QuizPlan(count=6), seed=1)
    answer_all(first, "")  # no answer to anything: all is due tomorrow
    again = maker.begin(profile, QuizPlan(count=6), seed=2)
    assert not set(asked(first)) & set(asked(again))
    still.forward(days=2)
    due = maker.begin(profile, QuizPlan(count=6), seed=3)
    lesions = {one.lesion for one in first.answers}
    repeated = [one for one in asked(due) if lesion_of(maker, one) in lesions]
    assert len(repeated) == 4  # two thirds, so that there is something new


def lesion_of(maker: QuizMaker, sha256: str) -> str | None:
    items = {one.sha256: one.lesion_id for one in maker.atlas.library.every()}
    return items[sha256]


def test_topics_choose_by_site_and_confirmation_and_collection(
    maker: QuizMaker, profile: Profile
) -> None:
    items = {one.sha256: one for one in maker.atlas.library.every()}
    plan = QuizPlan(count=50, topic=Topic(codes=("nv", "mel"), sites=("face",)))
    quiz = maker.begin(profile, plan, seed=1)
    found = [items[one] for one in asked(quiz)]
    assert {one.site for one in found} == {"face"}
    assert {one.code for one in found} == {"nv", "mel"}
    assert quiz.question is not None
    assert quiz.question.candidates == ("mel", "nv")
    own = QuizPlan(topic=Topic(sha256s=(found[0].sha256,)))
    alone = maker.begin(profile, own, seed=1)
    assert asked(alone) == [found[0].sha256]
    assert alone.question is not None
    assert alone.question.candidates == ("bkl", "mel", "nv")  # one alone would be the answer
    with pytest.raises(UsageError, match="no image about this topic"):
        maker.begin(profile, QuizPlan(topic=Topic(confirmations=("consensus",))), seed=1)


def test_what_is_hard_for_the_model_is_asked_when_it_shall_be_hard(
    maker: QuizMaker, profile: Profile
) -> None:
    items = maker.atlas.library.every()
    hard = {"bkl-3", "mel-3", "nv-3"}
    said = {one.sha256: {one.code: 0.1 if one.lesion_id in hard else 0.9} for one in items}
    knowing = QuizMaker(maker.store, maker.atlas, maker.clock, said)
    plan = QuizPlan(count=18, difficulty=Difficulty.HARD)
    first = knowing.begin(profile, plan, seed=1)
    assert len(asked(first)) == 18
    few = QuizPlan(count=3, difficulty=Difficulty.HARD, topic=Topic(codes=("mel",)))
    chosen = [lesion_of(maker, one) for one in asked(knowing.begin(profile, few, seed=1))]
    easy = few.model_copy(update={"difficulty": Difficulty.EASY})
    left = [lesion_of(maker, one) for one in asked(knowing.begin(profile, easy, seed=1))]
    assert "mel-3" in chosen
    assert "mel-3" not in left


def test_what_was_missed_is_asked_again_among_the_same_diagnoses(
    maker: QuizMaker, profile: Profile
) -> None:
    plan = QuizPlan(count=8, choices=None, seconds=30, ask_malignant=True)
    quiz = maker.begin(profile, plan, seed=1)
    answer_all(quiz)
    missed = {one.sha256 for one in quiz.answers if one.truth != "nv"}
    again = quiz.missed_plan()
    assert again is not None
    assert (again.seconds, again.ask_malignant, again.count) == (30, True, len(missed))
    second = maker.begin(profile, again, seed=2)
    assert set(asked(second)) == missed
    assert second.question is not None
    assert second.question.candidates == ("bkl", "mel", "nv")


def test_who_was_always_right_has_nothing_to_repeat(maker: QuizMaker, profile: Profile) -> None:
    quiz = maker.begin(profile, QuizPlan(count=1, topic=Topic(codes=("nv",))), seed=1)
    answer_all(quiz)
    assert quiz.missed_plan() is None
