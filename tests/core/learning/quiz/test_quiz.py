"""A quiz asks without telling, keeps each answer before it tells, and can be gone on with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from core.atlas import Atlas
from core.errors import AlreadyInStore, FileMissing, LentigoError, NotInStore, UsageError
from core.images import read_image
from core.learning.quiz import quiz as quizzes
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.cards import CardKey, Due, due_dates
from core.learning.quiz.plan import Difficulty, QuizPlan, Topic
from core.learning.quiz.questions import Guess
from core.learning.quiz.quiz import Quiz
from core.learning.store.records import Answer, Profile
from core.learning.store.store import LearningStore
from tests.core.learning.quiz.still import StillClock
from tests.core.learning.small_atlas import ROWS, write_atlas


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return write_atlas(tmp_path_factory.mktemp("atlas"))


@pytest.fixture
def still() -> StillClock:
    return StillClock()


@pytest.fixture
def maker(store: LearningStore, atlas: Atlas, still: StillClock) -> QuizMaker:
    return QuizMaker(store, atlas, still.clock)


@pytest.fixture
def profile(store: LearningStore) -> Profile:
    return store.add_profile("Ayu")


def asked(quiz: Quiz) -> list[str]:
    return [one["sha256"] for one in quiz.session.questions]


def number_asked(quiz: Quiz) -> int | None:
    return None if quiz.question is None else quiz.question.number


def answer_all(quiz: Quiz, code: str = "nv") -> None:
    while quiz.question is not None:
        quiz.answer(Guess(code, 0.6))


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


def test_what_the_model_says_is_kept_beside_the_answer(maker: QuizMaker, profile: Profile) -> None:
    quiz = maker.begin(profile, QuizPlan(count=1), seed=1)
    reveal = quiz.answer(Guess("nv", 0.4))
    told = quiz.note_model(reveal.answer, {"nv": 0.2, "mel": 0.8})
    assert quiz.answers == (told,) == maker.store.answers(profile)


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
