"""Buttons that do not fit beside each other are seen whole, below each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.button_row import ButtonRow


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def row(parent: QWidget) -> ButtonRow:
    row = ButtonRow([QPushButton(words) for words in ("Open", "Open a folder", "No")], parent)
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(row)
    layout.addStretch(1)
    parent.show()
    return row


def lay(row: ButtonRow, width: int) -> list[QPushButton]:
    parent = row.parentWidget()
    assert parent is not None
    parent.resize(width, 300)
    layout = parent.layout()
    assert layout is not None
    layout.activate()
    return [button for button in row.findChildren(QPushButton) if not button.isHidden()]


def test_beside_each_other_in_the_middle(row: ButtonRow) -> None:
    buttons = lay(row, row.wanted + 100)
    assert {button.y() for button in buttons} == {0}
    assert buttons[0].x() == 50
    assert [button.width() for button in buttons] == [one.sizeHint().width() for one in buttons]
    assert row.height() == buttons[0].height()


def test_below_each_other_all_as_wide_as_the_widest(row: ButtonRow) -> None:
    buttons = lay(row, row.wanted - 1)
    assert len({button.y() for button in buttons}) == 3
    assert {button.width() for button in buttons} == {buttons[1].sizeHint().width()}
    assert row.height() == buttons[-1].geometry().bottom() + 1
    assert all(button.height() == button.sizeHint().height() for button in buttons)


def test_from_the_right_where_the_language_is(row: ButtonRow) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second, _ = lay(row, row.wanted + 100)
    assert first.x() > second.x()


def test_what_is_hidden_needs_no_room(row: ButtonRow) -> None:
    width = row.wanted - 1
    lay(row, width)[1].hide()
    row.fit()
    assert {button.y() for button in lay(row, width)} == {0}
    assert row.height() == row.sizeHint().height()
