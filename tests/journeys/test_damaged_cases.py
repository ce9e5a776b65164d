"""A value of one patient that cannot be read takes none of the others away."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.cases.address import CaseAddress
from core.cases.search import Found, LesionQuery
from core.cases.store import CaseStore
from core.errors import StoreDamaged
from desktop.cases.add_dialog import AddDialog
from desktop.cases.place import CasesPlace
from desktop.cases.words import row_of
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window
from tests.journeys.in_cases import enter, read, settle, titles

SOUND = "Anna Nó · Mole"
TORN = "P-7KQ-3M2X · Lesion 1"


def test_the_others_are_listed_and_read(window: Window, own_cases: CaseAddress) -> None:
    torn, sound = fill(own_cases)
    assert own_cases.file is not None
    with closing(sqlite3.connect(own_cases.file)) as connection, connection:
        connection.execute("UPDATE patients SET name = x'00fe' WHERE id = ?", (torn.id,))
    place = enter(window)
    assert sorted(titles(place)) == [SOUND, TORN, TORN.replace("1", "2")]
    assert "Cannot be read" in place.browser.lesions[titles(place).index(TORN)].place
    open_lesion(window, place, SOUND)
    assert sound.pseudonym in read(place)
    open_lesion(window, place, TORN)
    assert "In a row of patients, name cannot be read." in window.app.notice.words
    assert place.page.content is None, "or it were taken for the other's"
    assert not place.page.isVisible()
    open_lesion(window, place, SOUND)
    assert sound.pseudonym in read(place)


def test_a_search_that_fails_leaves_the_next_one_possible(
    window: Window, own_cases: CaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(own_cases)
    place = enter(window)
    with monkeypatch.context() as patch:
        patch.setattr(CaseStore, "find", torn_page)
        place.browser.bar.malignant.setChecked(True)
        settle(window)
    assert "A page of the database is torn." in window.app.notice.words
    assert titles(place) == []
    assert place.browser.search.isVisible()
    place.browser.bar.malignant.setChecked(False)
    settle(window)
    assert len(titles(place)) == 3


def torn_page(_store: CaseStore, _query: LesionQuery) -> Found:
    raise StoreDamaged("A page of the database is torn.")


def test_what_may_be_malignant_is_among_the_malignant(
    window: Window, own_cases: CaseAddress
) -> None:
    fill(own_cases)
    assert own_cases.file is not None
    with closing(sqlite3.connect(own_cases.file)) as connection, connection:
        connection.execute("UPDATE analyses SET content = 'no such value'")
    place = enter(window)
    place.browser.bar.malignant.setChecked(True)
    settle(window)
    assert titles(place) == [TORN]
    assert not place.browser.lesions[0].readable
    assert not window.app.notice.words


def test_no_image_is_added_to_what_cannot_be_read(window: Window, own_cases: CaseAddress) -> None:
    torn, _ = fill(own_cases)
    assert own_cases.file is not None
    with closing(sqlite3.connect(own_cases.file)) as connection, connection:
        connection.execute("UPDATE patients SET name = x'00fe' WHERE id = ?", (torn.id,))
    dialog = AddDialog("a.jpg")
    window.bot.addWidget(dialog)
    store = CaseStore.open(own_cases)
    rows = [row_of(line) for line in store.find(LesionQuery()).lines]
    store.close()
    dialog.browser.lesions.show_first(rows, total=len(rows))
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    for number, row in enumerate(rows):
        dialog.browser.view.setCurrentIndex(dialog.browser.lesions.index(number))
        assert save.isEnabled() == row.readable
    assert {row.readable for row in rows} == {True, False}


def open_lesion(window: Window, place: CasesPlace, title: str) -> None:
    view = place.browser.view
    view.setCurrentIndex(place.browser.lesions.index(titles(place).index(title)))
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(window)
