"""Two thousand images: the window answers all the time."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from core.images.reader import ImageReader
from desktop.look.entries import EntryState
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.journeys.window_thread import SHORT, WindowThread

_MANY = 2000


@pytest.fixture
def names(tmp_path: Path) -> list[Path]:
    return [tmp_path / f"image-{number:04}.jpg" for number in range(_MANY)]


def test_two_thousand_images_stay_smooth(make_window: MakeWindow, names: list[Path]) -> None:
    window = make_window(engine=FakeEngine())
    client = window.engine.client

    def answer_some() -> bool:
        for job in islice(jobs, 10):
            client.finish(job)
        return window.app.session.unfinished == 0

    with WindowThread(window) as thread:
        window.open(names)
        jobs = iter(sorted(client.open))
        window.bot.waitUntil(answer_some)
        window.settle()
        assert set(window.states()) == {EntryState.DONE}
        for _ in range(20):
            window.trigger("next_image")
        window.settle()
    assert thread.longest_turn < SHORT
    assert not thread.called(ImageReader)
