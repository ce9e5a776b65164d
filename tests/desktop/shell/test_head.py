"""A title is not broken for the sake of its buttons."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.head import HeadLayout
from desktop.shell.parts import heading


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    title = heading(parent, factor=1.15)
    title.setText("Upper lesion · Forearm, left")
    head = HeadLayout(title, *(QPushButton(words, parent) for words in ("Report…", "Delete…")))
    parent.setLayout(head)
    parent.show()
    return parent


def layout_of(parent: QWidget) -> QLayout:
    layout = parent.layout()
    assert layout is not None
    return layout


def widths(parent: QWidget) -> tuple[int, int]:
    """Give the width that the title and the buttons need beside each other, and the least."""
    layout = layout_of(parent)
    return layout.sizeHint().width(), layout.minimumSize().width()


def lay(parent: QWidget, width: int) -> tuple[QLabel, QPushButton, QPushButton]:
    layout = layout_of(parent)
    parent.resize(width, layout.heightForWidth(width))
    layout.activate()
    (title,) = parent.findChildren(QLabel)
    first, second = parent.findChildren(QPushButton)
    return title, first, second


def test_buttons_stand_at_the_right_where_there_is_room(parent: QWidget) -> None:
    width = widths(parent)[0]
    title, first, second = lay(parent, width)
    assert title.geometry().right() < first.x()
    assert first.y() == second.y() == 0
    assert second.geometry().right() == width - 1


def test_buttons_stand_below_a_title_that_has_its_line_to_itself(parent: QWidget) -> None:
    width = widths(parent)[0] - 1
    title, first, second = lay(parent, width)
    assert title.width() == width
    assert title.height() < 2 * title.fontMetrics().height()
    assert title.geometry().bottom() < first.y() == second.y()
    assert first.x() == 0
    assert second.geometry().bottom() < parent.height()


def test_a_title_without_room_wraps_and_nothing_is_hidden(parent: QWidget) -> None:
    title, first, second = lay(parent, widths(parent)[1] + 20)
    assert title.height() >= 2 * title.fontMetrics().height()
    assert title.geometry().bottom() < first.y() < second.y()
    assert second.geometry().bottom() < parent.height()
