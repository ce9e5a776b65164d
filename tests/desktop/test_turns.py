from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.application import make_application
from desktop.turns import take_turns


def _steps(taken: list[int]) -> Iterator[None]:
    for number in range(3):
        taken.append(number)
        yield


def test_each_step_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    make_application()
    taken: list[int] = []
    owner, ended = QObject(), list[int]()
    take_turns(_steps(taken), owner=owner, then=lambda: ended.append(len(taken)))
    assert taken == [0]
    assert not ended
    qtbot.waitUntil(lambda: bool(ended))
    assert (taken, ended) == ([0, 1, 2], [3])


def test_steps_end_with_their_owner(qtbot: QtBot) -> None:
    make_application()
    taken: list[int] = []
    owner, other = QObject(), QObject()
    ended: list[bool] = []
    take_turns(_steps(taken), owner=owner, then=lambda: ended.append(True))
    delete(owner)
    take_turns(_steps([]), owner=other, then=lambda: ended.append(False))
    qtbot.waitUntil(lambda: bool(ended))
    assert (taken, ended) == ([0], [False])
