from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.quiz.end_view import MissedList
from desktop.quiz.missed_rows import PICTURE, MissedRow, MissedRows

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
    assert dark(model, 0) == dark(model, 1) == 0
    model.show_picture(Path("a.png"), QImage(120, 90, QImage.Format.Format_RGB32))
    assert dark(model, 0) == 255
    assert dark(model, 1) == 0
    model.set_rows(())
    assert len(model) == 0


def dark(model: MissedRows, row: int) -> int:
    """How opaque the picture of a row is."""
    icon = model.index(row).data(Qt.ItemDataRole.DecorationRole)
    return int(icon.pixmap(PICTURE).toImage().pixelColor(60, 45).alpha())


def test_no_row_moves_when_a_picture_comes(qtbot: QtBot) -> None:
    model = MissedRows()
    model.set_rows(ROWS)
    view = MissedList(model)
    qtbot.addWidget(view)
    view.show()
    before = [view.visualRect(model.index(row)) for row in range(2)]
    assert before[0].height() >= PICTURE.height()
    model.show_picture(Path("a.png"), QImage(PICTURE, QImage.Format.Format_RGB32))
    assert [view.visualRect(model.index(row)) for row in range(2)] == before


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
