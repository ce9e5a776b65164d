from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.shell.number_fields import DecimalField, NumberField
from desktop.shell.stylesheet import stylesheet
from desktop.shell.theme import LIGHT


@pytest.mark.parametrize("kind", [NumberField, DecimalField])
def test_a_number_begins_where_text_begins_in_other_fields(
    qtbot: QtBot, kind: type[NumberField | DecimalField]
) -> None:
    field, line = kind(), QLineEdit("1")
    for one in (field, line):
        qtbot.addWidget(one)
        one.setStyleSheet(stylesheet(LIGHT))
        one.resize(200, one.sizeHint().height())
        one.show()
    field.setValue(1)
    field.lineEdit().setCursorPosition(0)
    line.setCursorPosition(0)
    number = field.lineEdit().mapTo(field, field.lineEdit().cursorRect().topLeft())
    assert abs(number.x() - line.cursorRect().x()) <= 2
