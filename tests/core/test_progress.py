"""The one line that says how long it will take."""

from __future__ import annotations

import io

import pytest

from core.progress import Progress, duration


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_tells_the_time_left() -> None:
    seconds = iter([0.0, 0.1, 30.0, 60.0])
    stream = Terminal()
    progress = Progress(100, stream, verb="evaluate", clock=lambda: next(seconds))
    for done in (1, 50, 100):
        progress(done)
    shown = [line.strip() for line in stream.getvalue().split("\r")]
    assert shown == [
        "",
        "evaluate: 50 of 100 images, 30 s left",
        "evaluate: 100 of 100 images, 0 s left",
    ]
    assert stream.getvalue().endswith("\n")


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (89, "89 s"), (200, "3 min"), (4800, "1 h 20 min")]
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words
