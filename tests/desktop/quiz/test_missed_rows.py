from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.quiz.end_view import MissedList
from desktop.quiz.missed_rows import MissedRow, MissedRows

ROWS = (
    MissedRow(2, Path("a.png"), "Melanoma", "You said: nevus."),
    MissedRow(5, None, "Nevus", "You gave no answer in time."),
)


def test_rows_and_pictures_come_one_after_the_other() -> None:
    model = MissedRows()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS)
    assert model.index(0).data() == "Melanoma\nYou said: nevus."
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Melanoma. You said: nevus."
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    model.show_picture(Path("a.png"), QImage(4, 4, QImage.Format.Format_RGB32))
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None
    model.set_rows(())
    assert len(model) == 0


def test_one_is_opened_by_a_key(qtbot: QtBot) -> None:
    model = MissedRows()
    model.set_rows(ROWS)
    view = MissedList(model)
    qtbot.addWidget(view)
    found: list[int] = []
    view.opened.connect(found.append)
    QTest.keyClick(view, Qt.Key.Key_Return)  # nothing is current yet
    view.setCurrentIndex(model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert found == [1]
