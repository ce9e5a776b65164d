"""Freed memory goes back to the system when the window rests, and once for each rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop import application
from desktop.application import _prepare
from desktop.launch import Launch
from desktop.shell import thrift
from desktop.shell.background import Background
from desktop.shell.settings import SettingsStore
from tests.desktop.conftest import MakeWindow


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    del qtbot
    background = Background()
    yield background
    background.close()


@pytest.fixture
def returned(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """How often memory was given back."""
    times: list[None] = []
    monkeypatch.setattr("core.memory.return_freed_memory", lambda: times.append(None))
    return times


def work(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.rested):
        background.run(lambda: None, done=lambda _: None)


def test_memory_goes_back_after_work(
    background: Background, returned: list[None], qtbot: QtBot
) -> None:
    thrift.Thrift(background, rest_ms=1)
    work(background, qtbot)
    assert not returned
    qtbot.waitUntil(lambda: bool(returned) and not background.busy)


def test_giving_it_back_is_no_work_to_rest_from(
    background: Background, returned: list[None], qtbot: QtBot
) -> None:
    one = thrift.Thrift(background, rest_ms=1)
    for times in (1, 2):
        work(background, qtbot)
        assert one.waits()
        with qtbot.waitSignal(background.rested):  # from that
            pass
        assert not one.waits()
        assert len(returned) == times


def test_a_window_has_one(make_window: MakeWindow) -> None:
    assert make_window().app.background.findChild(thrift.Thrift) is not None


def test_a_window_keeps_large_blocks_apart_from_its_start(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.make_application()
    times: list[None] = []
    monkeypatch.setattr("core.memory.keep_large_blocks_apart", lambda: times.append(None))
    monkeypatch.setattr(application, "PARTS", ())
    monkeypatch.setattr(application, "LATER", ())
    monkeypatch.setattr(application, "_furnished", lambda *_: iter(()))
    frame = application.open_frame(Launch(), SettingsStore())
    qtbot.addWidget(frame.window)
    _prepare(frame, Launch())
    qtbot.waitUntil(lambda: times == [None])
