"""The place in a window: what is asked, answered, kept and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.atlas import Atlas
from core.errors import StoreError
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.questions import Guess, Reveal
from core.learning.quiz.quiz import Quiz
from core.learning.store.store import LearningStore
from desktop.quiz.stage import Stage
from desktop.quiz.telling import Telling
from tests.desktop.quiz.begun import RETURN, answers, begin
from tests.desktop.quiz.driven import Quizzing


def test_an_answer_is_kept_before_it_is_told(
    quizzing: Quizzing, store: LearningStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(quizzing)
    seen: list[int] = []
    told = Telling.tell

    def counting(
        telling: Telling, reveal: Reveal, *, quiz: Quiz, atlas: Atlas, way_on: str
    ) -> None:
        seen.append(len(answers(store)))
        told(telling, reveal, quiz=quiz, atlas=atlas, way_on=way_on)

    monkeypatch.setattr(Telling, "tell", counting)
    quizzing.answer(right=True)
    assert seen == [1]
    assert quizzing.at(Stage.TOLD)


def test_an_answer_that_cannot_be_kept_tells_nothing(
    quizzing: Quizzing, store: LearningStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(quizzing)

    def full(_quiz: Quiz, _guess: Guess, *, at: float) -> None:
        del at
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(Quiz, "answer", full)
        quizzing.answer(right=True)
    assert quizzing.at(Stage.ASKING)
    assert "Your answer is not kept. The disk is full." in quizzing.window.app.notice.words
    assert not quizzing.sheet.is_telling
    assert answers(store) == ()
    quizzing.press(RETURN)  # what was chosen is still there
    assert quizzing.at(Stage.TOLD)
    assert len(answers(store)) == 1


def test_a_question_that_another_window_has_answered_is_passed_over(
    quizzing: Quizzing, store: LearningStore, atlas: Path
) -> None:
    begin(quizzing)
    quiz = quizzing.presenter.quiz
    assert quiz is not None
    other = QuizMaker(store, Atlas.open(atlas)).resume(store.session(quiz.session.id))
    other.answer(Guess("nv", 0.2))
    quizzing.answer(right=True)
    assert quizzing.sheet.number.text() == "Question 2 of 5"
    assert "answered already" in quizzing.window.app.notice.words
    assert [one.confidence for one in answers(store)] == [0.2]


def test_time_that_runs_out_is_no_answer(
    quizzing: Quizzing, store: LearningStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    quizzing.begin.time.choose(10)
    begin(quizzing)
    countdown = quizzing.presenter.countdown
    assert countdown.running
    quizzing.press(Qt.Key.Key_1)  # a diagnosis, but not how sure
    monkeypatch.setattr(countdown, "_ticks", lambda: float("inf"))
    quizzing.window.bot.waitUntil(lambda: quizzing.at(Stage.TOLD))
    quizzing.settle()
    assert quizzing.sheet.telling.verdict.text() == "✗ No answer"
    assert not quizzing.sheet.time.isVisible()
    (answer,) = answers(store)
    assert (answer.code, answer.right) == ("", False)


def test_an_answer_that_is_whole_counts_when_time_runs_out(
    quizzing: Quizzing, store: LearningStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    quizzing.begin.time.choose(10)
    begin(quizzing)
    quizzing.press(Qt.Key.Key_1, Qt.Key.Key_3)
    monkeypatch.setattr(quizzing.presenter.countdown, "_ticks", lambda: float("inf"))
    quizzing.window.bot.waitUntil(lambda: quizzing.at(Stage.TOLD))
    (answer,) = answers(store)
    assert answer.code == quizzing.sheet.asking.codes[0]
    assert answer.confidence == 0.6


def test_an_image_that_is_gone_is_left_out(
    quizzing: Quizzing, atlas: Path, store: LearningStore
) -> None:
    for path in (atlas.parent / "drawn").iterdir():
        path.unlink()
    begin(quizzing)
    assert "The image of question 1 is not there any more." in quizzing.sheet.picture.words
    assert not quizzing.presenter.countdown.running
    quizzing.press(Qt.Key.Key_1)
    assert quizzing.sheet.asking.guess is None
    for _ in range(5):
        quizzing.press(RETURN)
    assert quizzing.at(Stage.ENDED)
    assert quizzing.place.end.score.text() == "Nothing was answered"
    assert quizzing.place.end.words.text() == "5 questions were left out."
    assert answers(store) == ()
