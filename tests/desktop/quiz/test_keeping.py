"""A quiz that is left while its answer is just being kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from core.errors import StoreError
from core.learning.quiz.questions import Guess, Reveal
from core.learning.quiz.quiz import Quiz
from core.learning.store.store import LearningStore
from desktop.quiz.stage import Stage
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.quiz.driven import Quizzing, enter

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def quizzing(make_window: MakeWindow, tmp_path: Path) -> Quizzing:
    found = enter(make_window, make_atlas(tmp_path / "atlas", ("nv", "mel", "bcc", "nv")))
    found.sign_in("Ayu")
    found.press(RETURN)
    return found


def leave_while_keeping(
    found: Quizzing, monkeypatch: pytest.MonkeyPatch, keep: Callable[..., Reveal]
) -> None:
    """Answer, and leave before that is kept."""
    go_on = Event()

    def slow(quiz: Quiz, guess: Guess, *, at: float) -> Reveal:
        go_on.wait(20)
        return keep(quiz, guess, at=at)

    monkeypatch.setattr(Quiz, "answer", slow)
    found.sheet.asking.diagnosis.choose(0)
    found.sheet.asking.confidence.choose(2)
    found.sheet.asking.try_commit()
    assert found.at(Stage.KEEPING)
    found.window.trigger("quiz_leave")
    assert found.at(Stage.NONE)
    go_on.set()
    found.settle()


def test_the_answer_is_kept_and_not_told(
    quizzing: Quizzing, own_learning: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_while_keeping(quizzing, monkeypatch, Quiz.answer)
    assert quizzing.at(Stage.NONE)
    assert quizzing.begin.isVisible()
    assert quizzing.begin.left.text() == "You left a quiz about this atlas: 1 of 4 answered."
    store = LearningStore.open(own_learning)
    assert len(store.answers(store.profile_named("Ayu"))) == 1
    store.close()
    quizzing.press(RETURN)
    assert quizzing.sheet.number.text() == "Question 2 of 4"


def test_it_is_said_where_the_answer_is_not_kept(
    quizzing: Quizzing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_quiz: Quiz, _guess: Guess, *, at: float) -> Reveal:
        del at
        raise StoreError("The disk is full.")

    leave_while_keeping(quizzing, monkeypatch, full)
    assert quizzing.at(Stage.NONE)
    assert "Your answer is not kept. The disk is full." in quizzing.window.app.notice.words
    assert quizzing.begin.left.text() == "You left a quiz about this atlas: 0 of 4 answered."
