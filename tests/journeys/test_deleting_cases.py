"""A clinician deletes an image, a lesion, a patient: asked once, and for good."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.cases.address import CaseAddress
from desktop.cases.remover import DeleteDialog
from desktop.cases.time_line import TimeLine
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window
from tests.journeys.in_cases import FIRST, enter, settle, titles


def deleting(window: Window) -> DeleteDialog:
    remover = window.app.cases.remover
    assert remover is not None
    dialog = remover.dialog
    assert dialog is not None
    return dialog


def confirm(window: Window) -> str:
    """Press "Delete", and return what was asked."""
    dialog = deleting(window)
    words = f"{dialog.text()} {dialog.informativeText()}"
    QTest.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    return words


def originals(address: CaseAddress) -> int:
    return sum(one.is_file() for one in address.images.rglob("*"))


def test_deleting_asks_once_and_is_real(window: Window, own_cases: CaseAddress) -> None:
    fill(own_cases)
    place = enter(window)
    place.browser.view.opened.emit(place.browser.lesions[titles(place).index(FIRST)])
    settle(window)
    assert originals(own_cases) == 3
    (line,) = place.page.sections[0].findChildren(TimeLine)
    line.setCurrentIndex(place.page.sections[0].cells.index(0))
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(deleting(window), Qt.Key.Key_Return)  # which means no
    assert originals(own_cases) == 3
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert "Delete the image of 14 Jan 2026?" in confirm(window)
    window.bot.waitUntil(lambda: len(place.page.sections[0].cells) == 2)
    assert originals(own_cases) == 2
    settle(window)

    place.page.sections[0].unwanted.emit(place.page.sections[0].section)
    assert "Delete Lesion 1 of P-7KQ-3M2X with 2 images?" in confirm(window)
    window.bot.waitUntil(lambda: len(place.page.sections) == 1)
    assert originals(own_cases) == 0
    settle(window)

    place.page.sections[0].unwanted.emit(place.page.sections[0].section)
    assert "so the patient goes with it" in confirm(window)
    window.bot.waitUntil(lambda: titles(place) == ["Anna Nó · Mole"])
    assert not window.app.actions["delete_patient"].isEnabled()

    place.browser.view.opened.emit(place.browser.lesions[0])
    settle(window)
    window.trigger("delete_patient")
    assert "Delete Anna Nó (P-22A-BBBB) with 1 lesion and 0 images?" in confirm(window)
    window.bot.waitUntil(lambda: "No cases yet" in place.message.words)
    assert place.message.isVisible()
