"""A trainee is asked about the starter atlas, with the keyboard alone, leaves, and goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.atlas.starter import build_starter
from core.language import again
from core.learning.store.store import LearningStore
from desktop.quiz.stage import Stage
from desktop.shell.places import Place
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import KNOWN, NOVEL, make_analysis, make_card, make_rules
from tests.desktop.quiz.driven import Quizzing, enter, go_there
from tests.desktop.texts import everything_said
from tests.journeys.test_languages import choose
from tests.platforms import needs_signals

CARD = make_card(trust=make_rules())


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_starter(tmp_path_factory.mktemp("starter")).atlas.folder


def test_a_whole_quiz_by_keys_that_is_left_in_the_middle(
    make_window: MakeWindow, starter: Path, own_learning: Path
) -> None:
    found = enter(make_window, starter)
    found.sign_in("Ayu")
    found.begin.number.choose(5)
    found.press(Qt.Key.Key_Return)
    assert found.at(Stage.ASKING)
    assert found.sheet.number.text() == "Question 1 of 5"
    assert QApplication.focusWidget() is found.sheet.asking.diagnosis.buttons[0]
    nothing_gives_it_away(found)
    found.answer(right=True)
    assert found.sheet.telling.verdict.text() == "✓ Right"
    assert "Apache-2.0" in found.sheet.telling.credit.text()
    assert "due again in" in found.sheet.telling.again.text()
    found.press(Qt.Key.Key_Return)
    found.answer(right=False)
    assert found.sheet.telling.verdict.text() == "✗ Not right"
    found.press(Qt.Key.Key_Return)
    assert found.sheet.number.text() == "Question 3 of 5"
    found.window.close()

    again = enter(make_window, starter)
    assert again.begin.left.text() == "You left a quiz about this atlas: 2 of 5 answered."
    assert QApplication.focusWidget() is again.begin.go_on
    again.press(Qt.Key.Key_Return)
    assert again.sheet.number.text() == "Question 3 of 5"
    for _ in range(3):
        again.answer(right=False)
        again.press(Qt.Key.Key_Return)
    assert again.at(Stage.ENDED)
    assert again.place.end.score.text() == "1 of 5 right"
    assert len(again.place.missed) == 4
    again.press(Qt.Key.Key_Return)  # once more what was missed
    assert again.sheet.number.text() == "Question 1 of 4"
    assert len(again.sheet.asking.diagnosis.buttons) == 7
    store = LearningStore.open(own_learning)
    assert len(store.answers(store.profile_named("Ayu"))) == 5
    store.close()


def nothing_gives_it_away(found: Quizzing) -> None:
    """No text of the window says what the image is called, or what it imitates."""
    quiz = found.presenter.quiz
    assert quiz is not None
    assert quiz.question is not None
    name = quiz.question.image.path.stem
    said = [one.text for one in everything_said()]
    assert not [words for words in said if name in words or "Imitates" in words]


def test_the_model_is_asked_after_the_answer_and_its_answer_is_kept(
    make_window: MakeWindow, starter: Path, own_learning: Path
) -> None:
    found = enter(make_window, starter, engine=FakeEngine(card=CARD))
    found.sign_in("Ayu")
    found.press(Qt.Key.Key_Return)
    client = found.window.engine.client
    assert not client.open
    found.sheet.asking.diagnosis.choose(0)
    found.sheet.asking.confidence.choose(2)
    found.sheet.asking.try_commit()
    found.window.bot.waitUntil(lambda: bool(client.open))
    (job,) = client.open
    client.finish(job, make_analysis(CARD, finding="bcc", probability=0.7, novelty=KNOWN))
    found.settle()
    said = found.sheet.telling.said.text().replace("\u00a0", " ")
    assert "Basal cell carcinoma 70 %" in said
    assert found.heated()
    found.press(Qt.Key.Key_H)
    assert not found.heated()
    store = LearningStore.open(own_learning)
    (answer,) = store.answers(store.profile_named("Ayu"))
    store.close()
    assert answer.finding == "bcc"
    assert answer.probabilities["bcc"] == pytest.approx(0.7, abs=1e-3)
    found.press(Qt.Key.Key_Return)
    assert not found.heated()
    assert not found.sheet.legend.isVisible()


def test_of_what_the_model_does_not_know_it_says_only_that(
    make_window: MakeWindow, starter: Path, own_learning: Path
) -> None:
    found = enter(make_window, starter, engine=FakeEngine(card=CARD))
    found.sign_in("Ayu")
    found.press(Qt.Key.Key_Return)
    found.sheet.asking.diagnosis.choose(0)
    found.sheet.asking.confidence.choose(2)
    found.sheet.asking.try_commit()
    client = found.window.engine.client
    found.window.bot.waitUntil(lambda: bool(client.open))
    (job,) = client.open
    client.finish(job, make_analysis(CARD, finding="bcc", probability=0.7, novelty=NOVEL))
    found.settle()
    assert "do not rely on" in found.sheet.telling.said.text()
    assert "Basal" not in found.sheet.telling.said.text()
    assert not found.heated()
    found.press(Qt.Key.Key_H)
    assert not found.sheet.legend.isVisible()
    store = LearningStore.open(own_learning)
    (answer,) = store.answers(store.profile_named("Ayu"))
    store.close()
    assert answer.finding == ""


_KILLED = """
    import os, signal, sys
    from pathlib import Path

    import pytest
    from PySide6.QtCore import Qt
    from tests.desktop.quiz.driven import enter
    from tests.desktop.windows import Window
    from pytestqt.qtbot import QtBot

    def test_it(qtbot):
        def make(*, engine, settings):
            return Window(qtbot, engine=engine, settings=settings)
        found = enter(make, Path(os.environ["STARTER"]))
        found.sign_in("Ayu")
        found.press(Qt.Key.Key_Return)
        found.sheet.asking.diagnosis.choose(0)
        found.sheet.asking.confidence.choose(0)
        found.sheet.telling.next.setText = lambda words: os.kill(os.getpid(), signal.SIGKILL)
        found.sheet.asking.try_commit()
        found.settle()
"""


@pytest.mark.slow
@needs_signals
def test_killed_at_the_moment_of_telling_the_answer_is_there(
    make_window: MakeWindow, starter: Path, own_learning: Path, tmp_path: Path
) -> None:
    script = tmp_path / "test_killed.py"
    script.write_text(textwrap.dedent(_KILLED))
    environment = {**os.environ, "STARTER": str(starter), "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(script)],
        env=environment, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == -signal.SIGKILL, run.stdout.decode()
    with sqlite3.connect(own_learning) as kept:
        assert kept.execute("select count(*) from answers").fetchone() == (1,)
    kept.close()
    found = enter(make_window, starter)
    assert found.begin.left.text() == "You left a quiz about this atlas: 1 of 10 answered."


@pytest.mark.usefixtures("speak")
def test_a_quiz_goes_on_in_another_language(make_window: MakeWindow, starter: Path) -> None:
    found = enter(make_window, starter)
    found.sign_in("Ayu")
    found.press(Qt.Key.Key_Return)
    found.answer(right=False)
    name = found.sheet.telling.name.text()  # the same word in both languages, for some
    choose(found.window, "id")
    told = after_change(found)
    assert told.at(Stage.TOLD)
    assert told.sheet.telling.verdict.text() == "✗ Tidak benar"
    assert told.sheet.telling.name.text() == again(name)
    told.sheet.telling.next.click()
    told.settle()
    assert told.sheet.number.text() == "Pertanyaan 2 dari 10"
    told.window.trigger("place_look")
    choose(told.window, "en")
    asked = after_change(told)
    assert asked.sheet.number.text() == "Question 2 of 10"
    assert asked.at(Stage.ASKING)


def after_change(found: Quizzing) -> Quizzing:
    """Go to the place in the new window."""
    found.window.app.places.show(Place.QUIZ)
    again = Quizzing(found.window)
    again.settle()
    return again


def test_the_place_is_left_and_entered_again_as_it_was(
    make_window: MakeWindow, starter: Path
) -> None:
    found = enter(make_window, starter)
    found.sign_in("Ayu")
    found.press(Qt.Key.Key_Return, Qt.Key.Key_2)
    found.window.trigger("place_atlas")
    found = go_there(found.window)
    assert found.at(Stage.ASKING)
    assert found.sheet.asking.diagnosis.number == 1
