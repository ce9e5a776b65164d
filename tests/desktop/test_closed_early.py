"""A window that is closed while it starts: nothing begins after its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop import application
from desktop.application import _prepare, make_application, open_frame
from desktop.launch import Launch
from desktop.shell.frame import Frame
from desktop.shell.settings import SettingsStore
from desktop.turns import take_turns


@pytest.mark.parametrize("last", [0, 1, 4])
def test_what_is_left_of_the_start_ends_with_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    make_application()
    taken: list[int] = []

    def furnished(frame: Frame, _launch: Launch) -> Iterator[None]:
        for number in range(5):
            taken.append(number)
            if number == last:
                frame.window.close()
            yield
        taken.append(5)

    monkeypatch.setattr(application, "PARTS", ())
    monkeypatch.setattr(application, "_furnished", furnished)
    frame = open_frame(Launch(), SettingsStore())
    qtbot.addWidget(frame.window)
    frame.window.show()
    _prepare(frame, Launch())
    over: list[bool] = []
    take_turns(iter([None] * 20), owner=frame.window, then=lambda: over.append(True))
    qtbot.waitUntil(lambda: bool(over))
    assert taken == list(range(last + 1))
