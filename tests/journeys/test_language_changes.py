"""Another language is chosen while something is under way, which ends well all the same."""

from __future__ import annotations

import gc
import threading
import weakref
from pathlib import Path

import pytest

from core.language import Language, current
from core.paths import examples_folder
from desktop.batch.state import BatchState
from desktop.shell.places import Place
from tests.desktop.batch.driven import Batch, begin, rows, table_of
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window
from tests.journeys.test_languages import choose

pytestmark = pytest.mark.usefixtures("speak")


def test_the_old_windows_pictures_do_not_live_on(window: Window) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:2])
    window.settle()
    old = weakref.ref(window.app.session)
    choose(window, "id")
    window.settle()

    def gone() -> bool:
        gc.collect()
        return old() is None

    window.bot.waitUntil(gone)


def test_the_language_waits_for_what_is_being_written(window: Window) -> None:
    go_on, outcomes = threading.Event(), list[bool]()
    old = window.frame
    window.app.background.run(lambda: go_on.wait(30), done=outcomes.append)
    window.trigger("language_id")
    assert "when what is being read or written is done" in window.app.notice.words
    window.app.background.run(lambda: False, done=outcomes.append)
    window.bot.waitUntil(lambda: outcomes == [False])
    assert window.frame is old
    assert current() is Language.ENGLISH
    go_on.set()
    window.bot.waitUntil(lambda: window.frame is not old)
    window.bot.waitUntil(lambda: window.app.engine.status.ready is not None)
    assert outcomes == [False, True]
    assert current() is Language.INDONESIAN


def test_a_language_that_waits_is_thought_better_of(window: Window) -> None:
    go_on, outcomes = threading.Event(), list[bool]()
    old = window.frame
    window.app.background.run(lambda: go_on.wait(30), done=outcomes.append)
    window.trigger("language_id")
    window.trigger("language_en")
    go_on.set()
    window.bot.waitUntil(lambda: outcomes == [True])
    window.app.background.run(lambda: False, done=outcomes.append)
    window.bot.waitUntil(lambda: outcomes == [True, False])
    assert window.frame is old


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(50):
        (folder / f"{number:02}.jpg").write_bytes(b"no engine reads it")
    return folder


@pytest.mark.parametrize("place", [Place.BATCH, Place.LOOK])
def test_a_batch_that_ran_runs_on(make_window: MakeWindow, photos: Path, place: Place) -> None:
    window = make_window(engine=FakeEngine())
    begin(window, photos).answer(7)
    window.trigger(f"place_{place}")
    choose(window, "id")
    assert window.app.places.current is place
    batch = Batch(window)
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.RUNNING)
    assert batch.model.total == 7
    batch.answer_all()
    assert len(rows(table_of(photos))) == 50


def test_a_batch_that_rested_can_be_gone_on_with_from_elsewhere(
    make_window: MakeWindow, photos: Path
) -> None:
    window = make_window(engine=FakeEngine())
    begin(window, photos).answer(7)
    window.trigger("batch_pause")
    window.trigger("place_look")
    choose(window, "id")
    window.bot.waitUntil(window.app.actions["batch_go_on"].isEnabled)
    assert Batch(window).runner.state is BatchState.IDLE
    window.trigger("batch_go_on")
    window.bot.waitUntil(lambda: Batch(window).runner.state is BatchState.RUNNING)
