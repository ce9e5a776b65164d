"""Windows for tests; each is closed, with its threads, when its test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.shell.settings import SettingsStore
from tests.desktop.fakes import FakeEngine
from tests.desktop.windows import Window

MakeWindow = Callable[..., Window]


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[MakeWindow]:
    made: list[Window] = []

    def make(*, engine: FakeEngine | None = None, settings: SettingsStore | None = None) -> Window:
        made.append(Window(qtbot, engine=engine, settings=settings))
        return made[-1]

    yield make
    for window in made:
        window.close()


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    return make_window()
