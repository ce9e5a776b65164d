"""A quiz asks without telling, keeps each answer before it tells, and can be gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import AlreadyInStore, FileMissing, LentigoError, UsageError
from core.images import read_image
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.plan import QuizPlan
from core.learning.quiz.questions import Guess
from core.learning.quiz.quiz import Quiz
from core.learning.store.records import Profile
from core.learning.store.store import LearningStore
from tests.core.learning.quiz.answering import answer_all, asked
from tests.core.learning.quiz.still import StillClock
from tests.core.learning.small_atlas import write_atlas


def number_asked(quiz: Quiz) -> int | None:
    return None if quiz.question is None else quiz.question.number


def test_the_truth_comes_after_the_answer(
    maker: QuizMaker, profile: Profile, still: StillClock
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=5, ask_malignant=True), seed=1)
    question = quiz.question
    assert question is not None
    assert (question.number, question.total, question.candidates) == (1, 5, ("bkl", "mel", "nv"))
    quiz.shown()
    still.forward(seconds=4)
    reveal = quiz.answer(Guess("mel", 0.8, malignant=True))
    assert reveal.answer.truth == reveal.item.code
    assert reveal.answer.right == (reveal.item.code == "mel")
    assert reveal.malignant_right == (reveal.item.code == "mel")
    assert (reveal.answer.seconds, reveal.answer.confirmation) == (4.0, "histo")
    assert maker.store.answers(profile) == (reveal.answer,)
    assert quiz.question is not None
    assert quiz.question.number == 2


def test_nothing_of_a_question_gives_its_answer_away(maker: QuizMaker, profile: Profile) -> None:
    quiz = maker.begin(profile, QuizPlan(count=3), seed=1)
    question = quiz.question
    assert question is not None
    path = question.image.path
    shown = repr(question)
    assert path.name not in shown
    assert str(path.parent) not in shown
    assert path.stem not in shown
    picture = read_image(question.image)
    assert picture.pixels.shape == (8, 8, 3)


def test_an_image_that_is_gone_is_named_by_its_question(
    store: LearningStore, profile: Profile, tmp_path: Path, still: StillClock
) -> None:
    atlas = write_atlas(tmp_path)
    quiz = QuizMaker(store, atlas, still.clock).begin(profile, QuizPlan(count=2), seed=1)
    question = quiz.question
    assert question is not None
    question.image.path.unlink()
    with pytest.raises(FileMissing) as raised:
        question.image.read_whole()
    assert raised.value.message == "The image of question 1 is not there any more."
    quiz.skip()
    assert number_asked(quiz) == 2
    quiz.skip()
    assert number_asked(quiz) is None
    assert store.unfinished(profile) == ()


def test_a_quiz_that_was_left_goes_on(maker: QuizMaker, profile: Profile) -> None:
    quiz = maker.begin(profile, QuizPlan(count=3), seed=1)
    quiz.answer(Guess("nv", 0.4))
    (left,) = maker.store.unfinished(profile)
    again = maker.resume(left)
    assert asked(again) == asked(quiz)
    assert again.question == quiz.question
    answer_all(again)
    assert maker.store.unfinished(profile) == ()
    with pytest.raises(AlreadyInStore):  # it was answered in the other one
        quiz.answer(Guess("nv", 0.4))


def test_a_question_whose_image_left_the_atlas_is_passed_over(
    maker: QuizMaker, profile: Profile, tmp_path: Path
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=18), seed=1)
    smaller = write_atlas(tmp_path, (("nv", "nv-0"), ("mel", "mel-0")))
    other = QuizMaker(maker.store, smaller, maker.clock).resume(quiz.session)
    answer_all(other)
    left = {one.sha256 for one in smaller.library.every()}
    assert {one.sha256 for one in other.answers} == left & set(asked(quiz))
    assert len(other.answers) == 2


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        (Guess("vasc", 0.5), "not among the answers"),
        (Guess("nv", 1.5), "from 0 to 1"),
        (Guess("nv", float("nan")), "from 0 to 1"),
    ],
)
def test_what_is_no_answer_is_not_kept(
    maker: QuizMaker, profile: Profile, guess: Guess, words: str
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=1), seed=1)
    with pytest.raises(UsageError, match=words):
        quiz.answer(guess)
    assert maker.store.answers(profile) == ()


def test_an_ended_quiz_takes_no_answers(maker: QuizMaker, profile: Profile) -> None:
    quiz = maker.begin(profile, QuizPlan(count=1), seed=1)
    answer_all(quiz)
    with pytest.raises(UsageError, match="over"):
        quiz.answer(Guess("nv", 0.5))


def test_an_answer_that_cannot_be_kept_tells_nothing(
    maker: QuizMaker, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=1), seed=1)

    def full(_answer: object) -> None:
        raise LentigoError("full")

    monkeypatch.setattr(maker.store, "keep", full)
    with pytest.raises(LentigoError, match="full"):
        quiz.answer(Guess("nv", 0.5))
    assert quiz.answers == ()
    assert quiz.question is not None


def test_an_answer_after_the_time_counts_as_none(
    maker: QuizMaker, profile: Profile, still: StillClock
) -> None:
    quiz = maker.begin(profile, QuizPlan(count=2, seconds=10), seed=1)
    for wait, late in ((10.2, False), (11.0, True)):
        quiz.shown()
        still.forward(seconds=wait)
        assert quiz.question is not None
        item = {one.sha256: one for one in maker.atlas.library.every()}[
            asked(quiz)[quiz.question.number - 1]
        ]
        reveal = quiz.answer(Guess(item.code, 0.9))
        assert (reveal.answer.late, reveal.answer.right) == (late, not late)


def test_what_the_model_says_is_kept_beside_the_answer(maker: QuizMaker, profile: Profile) -> None:
    quiz = maker.begin(profile, QuizPlan(count=1), seed=1)
    reveal = quiz.answer(Guess("nv", 0.4))
    told = quiz.note_model(reveal.answer, {"nv": 0.2, "mel": 0.8})
    assert quiz.answers == (told,) == maker.store.answers(profile)
