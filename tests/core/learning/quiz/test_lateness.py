"""What was answered in time and kept is so, whatever else is slow or fails."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from core.errors import StoreError
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.plan import QuizPlan
from core.learning.quiz.questions import Guess
from core.learning.store.records import Profile, QuizSession
from core.learning.store.store import LearningStore
from tests.core.learning.quiz.still import StillClock
from tests.core.learning.small_atlas import write_atlas


@pytest.fixture
def maker(store: LearningStore, tmp_path: Path, still: StillClock) -> QuizMaker:
    return QuizMaker(store, write_atlas(tmp_path), still.clock)


def test_an_answer_is_as_late_as_it_was_given_not_as_it_is_kept(
    maker: QuizMaker, profile: Profile, still: StillClock
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=1, seconds=10), seed=1)
    quiz.shown()
    still.forward(seconds=9)
    given = still.clock.ticks()
    still.forward(seconds=5)  # the store was busy meanwhile
    answer = quiz.answer(Guess("nv", 0.9), at=given).answer
    assert (answer.seconds, answer.late) == (9.0, False)


def test_the_last_answer_is_told_although_the_end_cannot_be_noted(
    maker: QuizMaker, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=1), seed=1)

    def busy(_session: QuizSession, _moment: datetime) -> QuizSession:
        raise StoreError("busy")

    with monkeypatch.context() as patched:
        patched.setattr(maker.store, "end", busy)
        assert quiz.answer(Guess("nv", 0.9)).answer in maker.store.answers(profile)
    (left,) = maker.store.unfinished(profile)
    assert maker.resume(left).question is None
    assert maker.store.unfinished(profile) == ()
