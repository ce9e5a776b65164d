"""Two thousand images: the window answers all the time."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer

from desktop.look.entries import EntryState
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window

_MANY = 2000
_LONGEST_TURN_S = 0.25  # generous: the tests' machines are busy; the aim is 0.05


class Pulse:
    """Notes the longest time for which the event loop did not come round."""

    def __init__(self, window: Window) -> None:
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(window.app.window)
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest


@pytest.fixture
def names(tmp_path: Path) -> list[Path]:
    return [tmp_path / f"image-{number:04}.jpg" for number in range(_MANY)]


def test_two_thousand_images_stay_smooth(make_window: MakeWindow, names: list[Path]) -> None:
    window = make_window(engine=FakeEngine())
    pulse = Pulse(window)
    window.open(names)
    jobs = iter(sorted(window.engine.client.open))

    def answer_some() -> bool:
        for job in islice(jobs, 10):
            window.engine.client.finish(job)
        return window.app.session.unfinished == 0

    window.bot.waitUntil(answer_some)
    window.settle()
    assert set(window.states()) == {EntryState.DONE}
    for _ in range(20):
        window.trigger("next_image")
    window.settle()
    longest = pulse.stop()
    assert longest < _LONGEST_TURN_S
