"""The days of the two images can be read at any width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.followup.choices import Choices


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def choices(parent: QWidget) -> Choices:
    choices = Choices(parent)
    for box in choices.boxes:
        box.addItem("30 November 2026")
    choices.fit()
    choices.show()
    return choices


def lay_out(choices: Choices) -> None:
    layout = choices.layout()
    assert layout is not None
    layout.activate()


def is_readable(choices: Choices) -> bool:
    return all(box.width() >= box.sizeHint().width() for box in choices.boxes)


def test_lists_stand_beside_each_other_where_there_is_room(choices: Choices) -> None:
    choices.resize(900, 60)
    lay_out(choices)
    older, newer = (box.mapTo(choices, box.rect().topLeft()) for box in choices.boxes)
    assert older.y() == newer.y()
    assert older.x() < newer.x()
    assert is_readable(choices)


def test_lists_stand_below_each_other_in_a_small_window(choices: Choices) -> None:
    width = choices.minimumSizeHint().width()
    choices.resize(width, 100)
    lay_out(choices)
    assert choices.width() == width
    older, newer = (box.mapTo(choices, box.rect().topLeft()) for box in choices.boxes)
    assert older.x() == newer.x()
    assert older.y() < newer.y()
    assert is_readable(choices)
