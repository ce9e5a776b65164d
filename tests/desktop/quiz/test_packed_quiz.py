"""An atlas that was packed as a quiz: it is proposed, and never against what was chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.atlas import Atlas
from core.learning.package.packing import Packing, pack
from core.learning.package.unpacking import unpack
from core.learning.quiz.plan import QuizPlan
from desktop.quiz.remembered import plan_of
from desktop.shell.places import Place
from desktop.shell.settings import SettingsStore
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.quiz.driven import Quizzing, enter, go_there

PLAN = QuizPlan(count=3, seconds=20, ask_malignant=True)


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return make_atlas(tmp_path / "atlas", ("nv", "mel", "bcc", "nv"))


@pytest.fixture
def exam(atlas: Path, tmp_path: Path) -> Path:
    opened = Atlas.open(atlas)
    packing = Packing(name="Exam", made=date(2026, 1, 1), plan=PLAN)
    packed = pack(opened, opened.library.every(), packing, out=tmp_path / "exam.lentigo")
    return unpack(packed.path, tmp_path / "exam").atlas.folder


def use(found: Quizzing, folder: Path, *, name: str) -> None:
    """Put another atlas to use."""
    found.window.dialogs.chosen_folder = folder
    found.window.trigger("choose_atlas")
    words = f"Quiz about {name}"
    found.window.bot.waitUntil(lambda: found.begin.title.text() == words)
    found.settle()


def test_an_atlas_that_was_packed_as_a_quiz_offers_it(make_window: MakeWindow, exam: Path) -> None:
    found = enter(make_window, exam)
    assert "Packed as a quiz of 3 questions." in found.begin.about.text()
    assert found.begin.plan == PLAN


def test_what_was_chosen_instead_is_there_the_next_time(
    make_window: MakeWindow, exam: Path
) -> None:
    found = enter(make_window, exam)
    found.begin.number.choose(10)
    found.press(Qt.Key.Key_Return)  # what is begun is remembered
    found.window.close()
    again = go_there(make_window(settings=found.window.app.settings))
    assert again.begin.plan == PLAN.model_copy(update={"count": 10})


def test_it_is_proposed_anew_after_another_atlas(
    make_window: MakeWindow, atlas: Path, exam: Path
) -> None:
    found = enter(make_window, exam)
    found.begin.number.choose(10)
    use(found, atlas, name="Drawn set")
    use(found, exam, name="Exam")
    assert found.begin.plan == PLAN


def test_what_progress_proposes_is_kept(make_window: MakeWindow, exam: Path) -> None:
    store = SettingsStore()
    store.change(atlas=str(exam))
    window = make_window(settings=store)
    window.app.navigation.propose_quiz(("mel", "nv"))
    assert window.app.places.current is Place.QUIZ
    found = go_there(window)
    assert set(found.begin.plan.topic.codes) == {"mel", "nv"}
    assert found.begin.plan.count == 10


def test_what_is_chosen_is_known_elsewhere_once_the_place_is_left(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    found.begin.number.choose(50)
    found.window.trigger("place_atlas")
    assert plan_of(found.window.app.settings.current.quiz).count == 50
