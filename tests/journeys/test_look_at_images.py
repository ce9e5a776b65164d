"""A user opens images, looks at them, and takes a picture away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from core.errors import BundleMissing, UnsupportedFormat
from core.paths import examples_folder
from desktop.look.entries import EntryState
from desktop.look.intake import NOTHING_FETCHED
from desktop.shell.settings import SettingsStore
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window


@pytest.fixture
def phantoms() -> list[Path]:
    return sorted(examples_folder().glob("*.jpg"))[:3]


def test_from_the_invitation_to_a_saved_picture(
    window: Window, phantoms: list[Path], tmp_path: Path
) -> None:
    app = window.app
    assert window.frame.invitation.isVisible()
    assert not app.actions["save_overlay"].isEnabled()

    window.open(phantoms)
    window.settle()
    assert not window.frame.invitation.isVisible()
    assert app.presenter.entry is not None
    assert app.presenter.entry.name == phantoms[0].name
    assert app.place.picture.heat_shown

    window.trigger("next_class")
    window.settle()
    assert app.presenter.code != "mel"

    window.dialogs.chosen_png = tmp_path / "mine.png"
    window.trigger("save_overlay")
    window.bot.waitUntil(lambda: "mine.png" in app.notice.words)
    with Image.open(tmp_path / "mine.png") as saved:
        assert saved.width == 64
        assert "not a diagnosis" in saved.info["Description"]

    window.dialogs.chosen_pdf = tmp_path / "mine.pdf"
    window.trigger("save_report")
    window.bot.waitUntil(lambda: "mine.pdf" in app.notice.words)
    assert window.dialogs.proposals[-1].endswith(f"{phantoms[0].stem}.report.pdf")
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


def test_the_examples_and_back_to_the_invitation(window: Window) -> None:
    window.trigger("open_examples")
    window.bot.waitUntil(lambda: len(window.app.session.images) == 8)
    window.settle()
    window.trigger("close_image")
    assert len(window.app.session.images) == 7
    window.trigger("close_all")
    window.bot.waitUntil(window.frame.invitation.isVisible)


def test_pasting_a_picture_and_copying_one(window: Window, phantoms: list[Path]) -> None:
    with Image.open(phantoms[0]) as image:
        QGuiApplication.clipboard().setImage(image.reduce(8).toqimage())
    window.trigger("paste")
    window.bot.waitUntil(lambda: len(window.app.session.images) == 1)
    window.settle()
    assert window.app.session.images[0].name == "Pasted picture 1"
    assert isinstance(window.engine.client.submitted[0].source, bytes)

    window.trigger("copy")
    window.bot.waitUntil(lambda: "clipboard" in window.app.notice.words)
    assert QGuiApplication.clipboard().image().width() == 64


def test_an_address_from_a_browser_is_not_fetched(window: Window) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/lesion.jpg")])
    window.app.intake.take(data)
    assert window.app.notice.words == NOTHING_FETCHED
    assert len(window.app.session.images) == 0


def test_errors_stand_beside_their_image(make_window: MakeWindow, phantoms: list[Path]) -> None:
    window = make_window(engine=FakeEngine())
    window.open(phantoms)
    jobs = sorted(window.engine.client.open)
    window.engine.client.fail(jobs[0], UnsupportedFormat("This is no picture."))
    window.engine.client.finish(jobs[1])
    assert window.states() == [EntryState.FAILED, EntryState.DONE, EntryState.WAITING]

    window.trigger("cancel")
    assert window.states()[2] is EntryState.CANCELLED
    assert window.app.session.unfinished == 0
    window.trigger("analyse_again")
    assert window.states()[0] is EntryState.WAITING


def test_without_a_model_images_open_and_a_new_model_takes_over(
    make_window: MakeWindow, phantoms: list[Path]
) -> None:
    window = make_window(engine=FakeEngine(ready=False))
    client = window.engine.client
    error = BundleMissing("There is no model here.")
    client.break_down(error)
    window.bot.waitUntil(lambda: "no model" in window.app.notice.words)

    window.open(phantoms[:1])
    job = next(iter(client.open))
    client.decode(job)
    client.fail(job, error)
    window.settle()
    assert window.states() == [EntryState.FAILED]

    window.trigger("restart_engine")
    assert len(client.restarts) == 1
    client.become_ready()
    window.bot.waitUntil(lambda: bool(client.open))
    client.finish(next(iter(client.open)))
    window.settle()
    assert window.states() == [EntryState.DONE]
    assert not window.app.notice.words


def test_what_was_set_is_there_the_next_time(make_window: MakeWindow) -> None:
    store = SettingsStore()
    window = make_window(settings=store)
    window.trigger("heat_map")
    window.trigger("colours_cividis")
    window.trigger("less_opaque")
    window.trigger("filmstrip")
    window.app.window.resize(740, 560)
    window.close()

    again = make_window(settings=store)
    assert not again.app.actions["heat_map"].isChecked()
    assert again.app.actions["colours_cividis"].isChecked()
    assert again.app.state.opacity == 65
    assert not again.app.place.strip.isVisibleTo(again.app.place)
    assert (again.app.window.width(), again.app.window.height()) == (740, 560)
