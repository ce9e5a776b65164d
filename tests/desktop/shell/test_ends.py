"""A line with something at both ends, of which nothing is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.ends import EndsLayout


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    buttons = [QPushButton(words, parent) for words in ("Back", "Compare", "Next")]
    parent.setLayout(EndsLayout(*buttons))
    parent.show()
    return parent


def lay(parent: QWidget, *, spare: int) -> list[QPushButton]:
    layout = parent.layout()
    assert layout is not None
    width = layout.sizeHint().width() + spare
    parent.resize(width, layout.heightForWidth(width))
    layout.activate()
    return parent.findChildren(QPushButton)


def test_the_others_end_the_line(parent: QWidget) -> None:
    back, compare, following = lay(parent, spare=80)
    assert back.x() == 0
    assert compare.x() > back.geometry().right() + 80
    assert following.geometry().right() == parent.width() - 1
    assert back.y() == compare.y() == following.y() == 0


def test_the_others_stand_below_where_there_is_no_room(parent: QWidget) -> None:
    back, compare, following = lay(parent, spare=-1)
    assert back.geometry().bottom() < compare.y() == following.y()
    assert following.geometry().bottom() < parent.height()


def test_it_begins_at_the_right_where_the_language_does(parent: QWidget) -> None:
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    back, _, following = lay(parent, spare=80)
    assert back.geometry().right() == parent.width() - 1
    assert following.x() == 0
