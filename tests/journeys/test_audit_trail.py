"""Whoever opens a patient's page leaves a line; whoever stays on it leaves no second one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.cases.address import CaseAddress
from core.cases.audit.acts import Act
from core.cases.store import CaseStore
from desktop.cases.place import CasesPlace
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window
from tests.journeys.in_cases import enter, settle


def acts(address: CaseAddress) -> list[Act]:
    store = CaseStore.open(address)
    try:
        store.audit.verify()
        return [entry.act for entry in store.audit.entries()]
    finally:
        store.close()


def show(window: Window, place: CasesPlace, row: int) -> None:
    place.browser.view.setCurrentIndex(place.browser.lesions.index(row))
    QTest.keyClick(place.browser.view, Qt.Key.Key_Return)
    settle(window)


def test_pages_that_are_opened_are_on_record(window: Window, own_cases: CaseAddress) -> None:
    fill(own_cases)
    place = enter(window)
    assert acts(own_cases) == []  # a list of lesions is no look at a patient's file
    show(window, place, 0)
    assert acts(own_cases) == [Act.VIEWED]
    presenter = window.app.cases.presenter
    assert presenter is not None
    presenter.reload()
    settle(window)
    assert acts(own_cases) == [Act.VIEWED]
    rows = [place.browser.lesions[row] for row in range(len(place.browser.lesions))]
    other = next(row for row, one in enumerate(rows) if one.patient_id != rows[0].patient_id)
    show(window, place, other)
    assert acts(own_cases) == [Act.VIEWED, Act.VIEWED]
