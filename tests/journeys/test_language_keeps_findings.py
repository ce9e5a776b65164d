"""Another language costs no finding: what was analysed is not analysed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.errors import UnreadableImage
from core.language import say
from core.results import ModelIdentity
from desktop.look.entries import EntryState
from desktop.shell.settings import SettingsStore
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import make_analysis
from tests.desktop.windows import Window
from tests.journeys.in_commit_first import EXAMPLES, analyse, box_of, presenter_of
from tests.journeys.test_languages import choose

pytestmark = pytest.mark.usefixtures("speak")
STATES = [EntryState.DONE, EntryState.FAILED, EntryState.CANCELLED, EntryState.WAITING]


@pytest.fixture
def window(make_window: MakeWindow, tmp_path: Path) -> Window:
    """Four images: one with a finding, one that is damaged, one cancelled, one that waits."""
    window = make_window(engine=FakeEngine())
    client = window.engine.client
    window.open([tmp_path / f"{name}.jpg" for name in "abc"])
    first, second, _ = sorted(client.open)
    client.finish(first, make_analysis(client.card, finding="bcc"))
    client.fail(second, UnreadableImage(say("The file is empty.")))
    window.bot.waitUntil(lambda: window.states()[:2] == STATES[:2])
    window.app.place.strip.cancelled.emit()
    window.open([tmp_path / "d.jpg"])
    window.app.state.select_image(window.app.session.images[0].id)
    assert window.states() == STATES
    return window


def test_every_image_stays_as_far_as_it_was(window: Window) -> None:
    found = window.app.session.images[0].analysis
    choose(window, "id")
    window.bot.waitUntil(lambda: len(window.engine.client.open) == 1)
    assert window.states() == STATES
    done, failed, _, _ = window.app.session.images
    assert done.analysis is found
    assert done.thumbnail is not None
    assert failed.error is not None
    assert failed.error.message == "Berkas kosong."
    window.bot.waitUntil(lambda: window.app.presenter.picture is not None)
    window.bot.waitUntil(lambda: window.app.place.picture.heat_shown)
    (job,) = window.engine.client.open
    window.engine.client.finish(job)
    window.settle()
    assert window.states()[3] is EntryState.DONE
    choose(window, "en")
    assert not window.engine.client.open
    assert window.app.session.images[1].error is not None


def test_another_model_is_asked_all_the_same(window: Window) -> None:
    choose(window, "id")
    other = ModelIdentity(name="other", version="2", sha256="f" * 64)
    window.engine.client.become_ready(identity=other)
    window.bot.waitUntil(lambda: window.states()[0] is EntryState.WAITING)
    assert window.states()[1:3] == STATES[1:3]


def test_images_stay_side_by_side(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    window.open([tmp_path / f"{name}.jpg" for name in "abcd"])
    window.settle()
    images = [entry.id for entry in window.app.session.images]
    window.app.place.filmstrip.choose([images[3], images[1]])
    window.trigger("compare")
    names = [window.app.session.images.get(one) for one in window.app.comparing.images]
    choose(window, "id")
    window.settle()
    assert window.app.actions["compare"].isChecked()
    found = [window.app.session.images.get(one) for one in window.app.comparing.images]
    assert [one and one.name for one in found] == [one and one.name for one in names]
    window.app.comparing.leave()
    choose(window, "en")
    assert not window.app.comparing.comparing


def test_a_finding_that_is_covered_stays_covered(
    make_window: MakeWindow, own_cases: CaseAddress
) -> None:
    del own_cases
    settings = SettingsStore()
    settings.change(commit_first=True)
    window = make_window(engine=FakeEngine(), settings=settings)
    analyse(window, EXAMPLES[:2])
    window.app.state.select_image(window.app.session.images[0].id)
    box_of(window).diagnosis.setCurrentIndex(2)
    box_of(window).commit.click()
    window.bot.waitUntil(lambda: window.states() == [EntryState.DONE, EntryState.COVERED])
    window.bot.waitUntil(lambda: presenter_of(window).settled)
    said = box_of(window).words.text()
    choose(window, "id")
    window.bot.waitUntil(lambda: presenter_of(window).settled)
    assert window.states() == [EntryState.DONE, EntryState.COVERED]
    assert not window.engine.client.open
    assert window.app.session.images[1].analysis is None
    window.bot.waitUntil(lambda: "Anda" in box_of(window).words.text())
    assert box_of(window).words.text() != said
    window.app.state.select_image(window.app.session.images[1].id)
    window.bot.waitUntil(box_of(window).commit.isVisible)
    box_of(window).decline.click()
    window.bot.waitUntil(lambda: window.states()[1] is EntryState.DONE)
    window.bot.waitUntil(lambda: presenter_of(window).settled)
