"""Buttons that do not fit beside each other stand below each other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.application import make_application
from desktop.shell.flow import FlowLayout


@pytest.mark.parametrize(("width", "rows"), [(340, 1), (230, 2), (120, 3)])
def test_rows_follow_the_width(qtbot: QtBot, width: int, rows: int) -> None:
    make_application()
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout()
    widget.setLayout(flow)
    buttons = [QPushButton(str(number)) for number in range(3)]
    for button in buttons:
        button.setFixedSize(100, 20)
        flow.addWidget(button)
    assert flow.sizeHint().width() == 316
    assert flow.minimumSize().width() == 100
    assert flow.heightForWidth(width) == 20 * rows + 8 * (rows - 1)
    widget.resize(width, 200)
    widget.show()
    assert len({button.y() for button in buttons}) == rows
    assert all(button.geometry().right() < width for button in buttons)
    assert flow.takeAt(5) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 2
