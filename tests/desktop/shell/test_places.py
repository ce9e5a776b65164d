from __future__ import annotations

from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.application import make_application
from desktop.shell.frame import Frame
from desktop.shell.places import Place
from desktop.shell.settings import SettingsStore


def test_a_place_is_announced_before_it_is_seen_and_the_rail_shows_it(qtbot: QtBot) -> None:
    make_application()
    frame = Frame(SettingsStore())
    qtbot.addWidget(frame.window)
    there = QLabel("There")
    frame.places.add(Place.CASES, there)
    seen: list[object] = []
    frame.places.changed.connect(
        lambda place: seen.append((place, frame.places.stack.currentWidget() is there))
    )
    for _ in range(2):  # where one is already, nothing happens
        frame.places.show(Place.CASES)
    assert seen == [(Place.CASES, False)]
    assert frame.places.stack.currentWidget() is there
    look, cases, *others = frame.rail.findChildren(QToolButton)
    assert len(others) == len(Place) - 2
    assert [one.isChecked() for one in (look, cases)] == [False, True]
    assert not any(one.isChecked() for one in others)
    assert (look.accessibleName(), cases.accessibleName()) == ("Look", "Cases")
