from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.quiz.countdown import Countdown


def test_it_tells_what_is_left_and_when_it_is_over(qtbot: QtBot) -> None:
    now = [100.0]
    countdown = Countdown(lambda: now[0])
    left: list[float] = []
    over: list[bool] = []
    countdown.left.connect(left.append)
    countdown.over.connect(lambda: over.append(True))
    countdown.start(10)
    now[0] = 104
    countdown.look()
    assert left == [10, 6]
    now[0] = 111
    qtbot.waitUntil(lambda: over == [True])  # by its own timer
    assert left[-1] == 0
    assert not countdown.running


def test_who_stops_it_hears_no_more() -> None:
    now = [0.0]
    countdown = Countdown(lambda: now[0])
    over: list[bool] = []
    countdown.over.connect(lambda: over.append(True))
    countdown.start(1)
    countdown.stop()
    now[0] = 5
    countdown.look()
    assert over == []
