"""A user who knows what they want types it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.paths import examples_folder
from desktop.palette.dialog import Palette
from tests.desktop.windows import Window


def opened(window: Window) -> Palette:
    QTest.keyClick(window.app.window, Qt.Key.Key_F3)
    palette = window.app.window.findChild(Palette)
    assert palette is not None
    window.bot.waitUntil(palette.isVisible)
    return palette


def names(palette: Palette) -> list[str]:
    rows = (palette.list.topLevelItem(row) for row in range(palette.list.topLevelItemCount()))
    return [row.text(0) for row in rows if row is not None]


def test_typing_a_command_and_enter_does_it(window: Window) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:2])
    window.settle()
    assert window.app.state.heat_visible
    palette = opened(window)
    QTest.keyClicks(palette.line, "heat map")
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    assert names(palette)[0].startswith("Heat map")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    window.bot.waitUntil(lambda: not window.app.state.heat_visible)
    assert QApplication.activeModalWidget() is None


def test_only_what_can_be_done_now_is_offered(window: Window) -> None:
    palette = opened(window)
    QTest.keyClicks(palette.line, "save report")
    assert names(palette) == []
    assert not palette.list.isVisible()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)  # which does nothing
    assert palette.isVisible()
    palette.line.setText("open images")
    assert names(palette)[0] == "Open images"
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    window.bot.waitUntil(lambda: not palette.isVisible())
