"""A user asks whether a finding needs its lesion."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.engine.messages import JobAnswered
from core.engine.questions import WithoutLesion as Question
from core.errors import EngineCrashed
from core.explain.hidden import Hidden
from core.paths import examples_folder
from desktop.look.check_presenter import note_hidden
from desktop.look.painted import Painted
from desktop.look.without_lesion import LOOKING
from desktop.shell.settings import SettingsStore
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeClient, FakeEngine
from tests.desktop.fakes import IDENTITY, make_analysis, make_card, make_hidden, make_rules
from tests.desktop.windows import Window
from tests.journeys.test_trust import read

CARD = make_card(trust=make_rules())
GOES = make_hidden(CARD, without_lesion={"nv": 0.7, "mel": 0.2})
STAYS = make_hidden(CARD, without_lesion={"mel": 0.6})
WARNING = "The model finds the same with the lesion painted over"


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    return opened(make_window)


def opened(make_window: MakeWindow, settings: SettingsStore | None = None) -> Window:
    window = make_window(engine=FakeEngine(card=CARD), settings=settings)
    window.open(sorted(examples_folder().glob("*.jpg"))[:2])
    for job in sorted(window.engine.client.open):
        window.engine.client.finish(job, make_analysis(CARD))
    window.bot.waitUntil(lambda: window.app.session.unfinished == 0)
    window.bot.waitUntil(lambda: window.app.place.picture.heat_shown)
    return window


def asked(window: Window) -> FakeClient:
    window.bot.waitUntil(lambda: bool(window.engine.client.asked))
    return window.engine.client


def answer(window: Window, hidden: Hidden) -> None:
    asked(window).reply(hidden)
    window.settle()


def labels(window: Window) -> list[QLabel]:
    return window.app.place.panel.findChildren(QLabel)


def pictures(window: Window) -> dict[str, str]:
    """What is found in each small picture that is shown."""
    shown = window.app.place.panel.findChildren(Painted)
    return {one.accessibleName(): one.accessibleDescription() for one in shown if one.isVisible()}


def test_a_finding_that_goes_with_its_lesion(window: Window) -> None:
    assert not window.engine.client.questions  # it costs time, so somebody has to ask
    window.trigger("without_lesion")
    client = asked(window)
    assert LOOKING in read(window)
    assert client.questions == [Question()]
    answer(window, GOES)
    assert "the finding goes: melanoma falls from 62 % to 20 %." in read(window)
    assert WARNING not in read(window)
    assert pictures(window) == {
        "Lesion painted over": "Melanocytic nevus 70 %",
        "All else painted over": "Melanoma 62 %",
    }


def test_what_was_opened_comes_into_view_in_a_small_window(window: Window) -> None:
    window.app.window.resize(900, 560)
    window.trigger("without_lesion")
    answer(window, GOES)
    (found,) = (one for one in labels(window) if one.text() == "Melanocytic nevus 70\u00a0%")
    window.bot.waitUntil(lambda: found.visibleRegion().boundingRect() == found.rect())
    scrolled = window.app.place.panel.verticalScrollBar()
    scrolled.setValue(0)
    window.trigger("next_image")
    answer(window, GOES)
    assert scrolled.value() == 0  # only who opens it is led to it


def test_a_finding_that_stays_is_warned_of_wherever_it_goes(window: Window, tmp_path: Path) -> None:
    window.trigger("without_lesion")
    answer(window, STAYS)
    assert WARNING in read(window)
    window.trigger("without_lesion")  # closed: the warning stays with the finding
    assert pictures(window) == {}
    assert WARNING in read(window)
    window.dialogs.chosen_png = tmp_path / "shown.png"
    with window.bot.waitSignal(window.app.exporter.said):
        window.trigger("save_overlay")
    with Image.open(tmp_path / "shown.png") as saved:
        assert WARNING in saved.info["Description"]

    window.trigger("next_image")
    window.settle()
    assert WARNING not in read(window)


def test_what_was_found_once_is_not_asked_again(window: Window) -> None:
    window.trigger("without_lesion")
    answer(window, GOES)
    window.trigger("next_image")
    assert LOOKING in read(window)  # never the former image's pictures
    assert pictures(window) == {}
    answer(window, STAYS)
    assert WARNING in read(window)
    window.trigger("previous_image")
    window.settle()
    assert "the finding goes" in read(window)
    assert len(window.engine.client.questions) == 2


def test_an_answer_that_comes_too_late_is_nobodys(window: Window) -> None:
    window.trigger("without_lesion")
    client = asked(window)
    (former,) = client.asked
    window.trigger("next_image")
    window.bot.waitUntil(lambda: list(client.asked) not in ([], [former]))
    client.send(JobAnswered(former, STAYS))
    answer(window, GOES)
    assert WARNING not in read(window)
    assert [entry.analysis and entry.analysis.hidden for entry in window.app.session.images] == [
        None, GOES,
    ]  # fmt: skip


def test_another_models_finding_is_not_warned_of(window: Window) -> None:
    note_hidden(window.app.session, 1, STAYS, model="of another")
    assert WARNING not in read(window)
    note_hidden(window.app.session, 1, STAYS, model=IDENTITY.sha256)
    window.bot.waitUntil(lambda: WARNING in read(window))


def test_what_cannot_be_looked_at_says_why_and_can_be_tried_again(window: Window) -> None:
    window.trigger("without_lesion")
    asked(window).decline(EngineCrashed("The engine broke down over this."))
    window.bot.waitUntil(lambda: "The engine broke down over this." in read(window))
    window.trigger("next_class")
    window.settle()
    assert len(window.engine.client.questions) == 1  # not by itself
    window.trigger("without_lesion")
    window.trigger("without_lesion")
    answer(window, GOES)
    assert "the finding goes" in read(window)


def test_everything_can_be_cancelled(window: Window) -> None:
    window.trigger("without_lesion")
    asked(window)
    window.app.session.cancel_all()
    assert "This was cancelled." in read(window)
    assert window.app.presenter.settled


def test_it_is_opened_by_key_and_stays_open(make_window: MakeWindow) -> None:
    store = SettingsStore()
    window = opened(make_window, settings=store)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    QTest.keyClick(window.app.window, Qt.Key.Key_L)
    asked(window)
    window.close()
    again = opened(make_window, settings=store)
    answer(again, GOES)
    assert len(pictures(again)) == 2
