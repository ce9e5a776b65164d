"""A user without a mouse reaches and does everything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider, QWidget

from core.paths import examples_folder
from tests.desktop.windows import Window

_KEYS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "none": Qt.KeyboardModifier.NoModifier,
}


def press(window: Window, key: Qt.Key, modifier: str = "none") -> None:
    QTest.keyClick(window.app.window, key, _KEYS[modifier])


def opened(window: Window) -> Window:
    window.open(sorted(examples_folder().glob("*.jpg"))[:3])
    window.settle()
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    return window


def stops(window: Window) -> list[QWidget]:
    """Everything that Tab visits, until it comes round."""
    first = window.app.place.picture
    first.setFocus()
    visited: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in visited:
        visited.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return visited


def test_tab_visits_every_part_in_reading_order(window: Window) -> None:
    visited = stops(opened(window))
    place = window.app.place
    parts = [place.picture, place.panel.bars, place.filmstrip]
    assert [one for one in visited if one in parts] == parts
    assert any(isinstance(one, QSlider) for one in visited)
    assert sum(isinstance(one, QAbstractButton) for one in visited) >= 6


def test_everything_that_takes_the_focus_has_a_name(window: Window) -> None:
    for widget in stops(opened(window)):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget


def test_images_classes_and_heat_by_key(window: Window) -> None:
    opened(window)
    app = window.app
    first = app.state.image
    press(window, Qt.Key.Key_PageDown)
    window.settle()
    assert app.state.image != first
    finding = app.presenter.code
    press(window, Qt.Key.Key_Period)
    assert app.presenter.code != finding
    press(window, Qt.Key.Key_Comma)
    assert app.presenter.code == finding
    press(window, Qt.Key.Key_H)
    assert not app.place.picture.heat_shown
    press(window, Qt.Key.Key_BracketLeft)
    assert app.state.opacity == 65
    before = app.place.picture.zoom
    press(window, Qt.Key.Key_Plus)
    assert app.place.picture.zoom > before
    press(window, Qt.Key.Key_F)
    assert app.place.picture.zoom == before
    press(window, Qt.Key.Key_W, "ctrl")
    assert len(app.session.images) == 2


def test_the_pages_of_help_open_and_close(window: Window) -> None:
    opened(window)
    for name in ("shortcuts", "about"):
        window.trigger(name)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        window.bot.waitUntil(lambda: QApplication.activeModalWidget() is None)
