"""What is to be known can be read at any width, with what can be done about it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.notice import NoticeBar

WORDS = "Images cannot be analysed. The engine failed because of a fault of its own (5)."


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def bar(parent: QWidget) -> NoticeBar:
    bar = NoticeBar(parent)
    layout = QVBoxLayout(parent)
    layout.addWidget(bar)
    layout.addStretch(1)
    parent.resize(1100, 400)
    parent.show()
    bar.tell(WORDS, [QAction(words * 3, bar) for words in ("Start it again ", "Choose a model ")])
    return bar


def shown(bar: NoticeBar) -> tuple[QLabel, list[QPushButton]]:
    (label,) = bar.findChildren(QLabel)
    return label, bar.findChildren(QPushButton)


@pytest.mark.parametrize(("width", "beside"), [(1100, True), (640, False)])
def test_buttons_stand_beside_the_words_or_below(
    bar: NoticeBar, qtbot: QtBot, width: int, *, beside: bool
) -> None:
    label, buttons = shown(bar)
    bar.window().resize(width, 400)
    qtbot.waitUntil(lambda: (buttons[0].x() > label.x()) is beside)
    qtbot.waitUntil(lambda: buttons[1].height() >= buttons[1].sizeHint().height())
    qtbot.waitUntil(lambda: label.heightForWidth(label.width()) <= label.height())
    assert bar.rect().contains(buttons[1].geometry())


def test_words_alone_have_the_whole_line(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.tell("Saved.")
    qtbot.waitUntil(lambda: not shown(bar)[1])
    assert bar.words == "Saved."
