"""What is done on a patient's page, where notes and diagnoses are written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from desktop.cases.details_dialog import DetailsDialog
from desktop.cases.diagnosis_dialog import DiagnosisDialog
from desktop.cases.note_dialog import NoteDialog
from desktop.cases.place import CasesPlace
from tests.desktop.windows import Window
from tests.journeys.in_cases import FIRST, enter, read, settle, titles


def page_of(window: Window) -> CasesPlace:
    place = enter(window)
    place.browser.view.opened.emit(place.browser.lesions[titles(place).index(FIRST)])
    settle(window)
    return place


def press(place: CasesPlace, name: str) -> None:
    buttons = place.page.findChildren(QPushButton)
    (button,) = (one for one in buttons if one.accessibleName().startswith(name))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def save(dialog: NoteDialog | DiagnosisDialog | DetailsDialog) -> None:
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def waits_for(window: Window, place: CasesPlace, words: str) -> None:
    window.bot.waitUntil(lambda: words in read(place))
    settle(window)


def waits_for_no(window: Window, place: CasesPlace, words: str) -> None:
    window.bot.waitUntil(lambda: words not in read(place))
    settle(window)
