"""What journeys do in the place Cases."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
)

from desktop.cases.add_dialog import AddDialog
from desktop.cases.new_dialog import NewDialog
from desktop.cases.place import CasesPlace
from tests.desktop.windows import Window

FIRST = "P-7KQ-3M2X · Lesion 1"


def enter(window: Window) -> CasesPlace:
    window.trigger("place_cases")
    settle(window)
    place = window.app.cases.place
    assert place is not None
    return place


def settle(window: Window) -> None:
    window.bot.waitUntil(lambda: window.app.cases.presenter is not None)
    presenter = window.app.cases.presenter
    assert presenter is not None
    window.bot.waitUntil(lambda: presenter.settled)


def titles(place: CasesPlace) -> list[str]:
    return [place.browser.lesions[row].title for row in range(len(place.browser.lesions))]


def read(place: CasesPlace) -> str:
    return "\n".join(label.text() for label in place.page.findChildren(QLabel))


def save(window: Window, dialog: AddDialog | NewDialog) -> None:
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: window.app.keeping.dialog is None)
