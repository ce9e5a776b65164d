"""What is told after an answer, and told again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from core.errors import NotInStore
from core.learning.quiz import quiz as quizzes
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.cards import CardKey, Due, due_dates
from core.learning.quiz.plan import QuizPlan, Topic
from core.learning.quiz.questions import Guess
from core.learning.store.records import Answer, Profile
from tests.core.learning.quiz.answering import answer_all
from tests.core.learning.quiz.still import StillClock
from tests.core.learning.small_atlas import ROWS, write_atlas


def test_what_was_told_is_told_again(maker: QuizMaker, profile: Profile) -> None:
    quiz = maker.begin(profile, QuizPlan(count=2), seed=1)
    reveal = quiz.answer(Guess("nv", 0.4))
    again = maker.resume(maker.store.session(quiz.session.id))
    assert again.told(again.answers[0]) == reveal


def test_an_image_that_left_the_atlas_is_not_told_of(
    maker: QuizMaker, profile: Profile, tmp_path: Path
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=18), seed=1)
    answer_all(quiz)
    smaller = write_atlas(tmp_path, (("nv", "nv-0"), ("mel", "mel-0")))
    other = QuizMaker(maker.store, smaller, maker.clock).resume(quiz.session)
    gone = {one.sha256 for one in other.answers} - {one.sha256 for one in smaller.library.every()}
    answer = next(one for one in other.answers if one.sha256 in gone)
    with pytest.raises(NotInStore, match="not in the atlas any more"):
        other.told(answer)


def test_it_is_said_when_a_lesion_comes_again(
    maker: QuizMaker, profile: Profile, still: StillClock
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=2, topic=Topic(codes=("nv", "mel"))), seed=1)
    wrong = quiz.answer(Guess("", 0)).answer
    assert quiz.question is not None
    code = quiz.told(wrong).item.code
    due = quiz.next_time(wrong)
    assert due is not None
    assert still.moment < due.moment
    assert (due.moment - still.moment).days == 1
    assert code == wrong.truth
    stranger = replace(wrong, lesion="another", sha256="0" * 64)
    assert quiz.next_time(stranger) is None


def test_only_answers_about_a_lesion_are_read_to_say_when_it_comes_again(
    maker: QuizMaker, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=18), seed=1)
    answer_all(quiz)
    first = quiz.answers[0]
    of_all = due_dates(maker.store.answers(profile), maker.clock.now())
    replayed: list[Answer] = []

    def counting(
        answers: Iterable[Answer], now: datetime, *, keys: Mapping[str, str]
    ) -> dict[CardKey, Due]:
        replayed.extend(answers)
        return due_dates(replayed, now, keys=keys)

    monkeypatch.setattr(quizzes, "due_dates", counting)
    assert quiz.next_time(first) == of_all[first.truth, first.lesion]
    assert replayed == [first]


def test_a_lesion_that_was_called_otherwise_comes_again_all_the_same(
    maker: QuizMaker, profile: Profile, tmp_path: Path
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=18), seed=1)
    answer_all(quiz)
    first = quiz.answers[0]
    renamed = write_atlas(tmp_path, [(code, f"new {lesion}") for code, lesion in ROWS])
    other = QuizMaker(maker.store, renamed, maker.clock).resume(quiz.session)
    assert other.next_time(first) == quiz.next_time(first)
