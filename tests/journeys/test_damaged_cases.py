"""A value of one patient that cannot be read takes none of the others away."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.cases.address import CaseAddress
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window
from tests.journeys.in_cases import enter, read, settle, titles

TORN = "Cannot be read"


def test_the_others_are_listed_and_read(window: Window, own_cases: CaseAddress) -> None:
    torn, sound = fill(own_cases)
    assert own_cases.file is not None
    with closing(sqlite3.connect(own_cases.file)) as connection, connection:
        connection.execute("UPDATE patients SET name = x'00fe' WHERE id = ?", (torn.id,))
    place = enter(window)
    assert sorted(titles(place)) == ["Anna Nó · Mole", TORN, TORN]
    view, lesions = place.browser.view, place.browser.lesions
    view.setCurrentIndex(lesions.index(titles(place).index(TORN)))
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(window)
    assert "In a row of patients, name cannot be read." in window.app.notice.words
    view.setCurrentIndex(lesions.index(titles(place).index("Anna Nó · Mole")))
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(window)
    assert sound.pseudonym in read(place)
