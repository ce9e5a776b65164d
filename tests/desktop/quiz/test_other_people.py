"""A quiz is of whoever began it: nobody goes on with it in their name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.learning.quiz.plan import QuizPlan
from desktop.quiz.making import QuizWish
from desktop.quiz.stage import Stage
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.quiz.driven import Quizzing, enter

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def quizzing(make_window: MakeWindow, tmp_path: Path) -> Quizzing:
    """Ayu has begun a quiz; Made learns here, too."""
    found = enter(make_window, make_atlas(tmp_path / "atlas", ("nv", "mel", "bcc", "nv")))
    found.sign_in("Made")
    found.begin.profile.new.click()
    found.sign_in("Ayu")
    found.press(RETURN)
    assert found.at(Stage.ASKING)
    return found


def made(found: Quizzing) -> str:
    return next(one.id for one in found.window.app.profiles.everybody if one.name == "Made")


def test_a_quiz_is_left_when_somebody_else_learns(quizzing: Quizzing) -> None:
    quizzing.answer(right=True)
    quizzing.window.trigger("place_progress")
    quizzing.window.app.profiles.choose(made(quizzing))
    quizzing.window.trigger("place_quiz")
    quizzing.settle()
    assert quizzing.at(Stage.NONE)
    assert quizzing.begin.isVisible()
    assert not quizzing.begin.go_on.isVisible()  # it is Ayu's


def test_a_quiz_that_comes_too_late_is_not_played_to_another(quizzing: Quizzing) -> None:
    presenter, starting = quizzing.presenter, quizzing.part.starting
    quiz = presenter.quiz
    assert quiz is not None
    assert starting is not None
    ayu = quiz.session.profile_id
    quizzing.press(ESCAPE)
    wish = QuizWish(ayu, QuizPlan(count=2))
    assert quizzing.beginning.atlas is not None
    starting._make(quizzing.beginning.atlas, wish)
    quizzing.window.app.profiles.choose(made(quizzing))
    quizzing.settle()
    assert quizzing.at(Stage.NONE)
    assert quizzing.begin.begin.isEnabled()


def test_a_quiz_of_a_profile_that_is_deleted_is_left(quizzing: Quizzing) -> None:
    app = quizzing.window.app
    current = app.profiles.current
    assert current is not None
    app.learning.ask(
        lambda store: store.remove_profile(current), done=lambda _: None, failed=lambda _: None
    )
    quizzing.answer(right=True)
    assert quizzing.at(Stage.NONE)
    assert "Your answer is not kept." in app.notice.words
