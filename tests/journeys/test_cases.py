"""A user keeps cases: finds patients, sees their lesions over time, adds to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from core.cases.address import CaseAddress
from core.images import close_shared_reader
from desktop.cases.place import CasesPlace
from desktop.shell.places import Place
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window


@pytest.fixture(autouse=True)
def readers() -> Iterator[None]:
    yield
    close_shared_reader()


def enter(window: Window) -> CasesPlace:
    window.trigger("place_cases")
    settle(window)
    place = window.app.cases.place
    assert place is not None
    return place


def settle(window: Window) -> None:
    presenter = window.app.cases.presenter
    assert presenter is not None
    window.bot.waitUntil(lambda: presenter.settled)


def titles(place: CasesPlace) -> list[str]:
    return [place.browser.lesions[row].title for row in range(len(place.browser.lesions))]


def read(place: CasesPlace) -> str:
    return "\n".join(label.text() for label in place.page.findChildren(QLabel))


def test_whoever_only_looks_leaves_no_cases_behind(window: Window, own_cases: CaseAddress) -> None:
    assert window.app.cases.place is None
    window.trigger("open_examples")
    window.settle()
    window.close()
    assert own_cases.file is not None
    assert not own_cases.file.parent.exists()


def test_the_rail_leads_to_the_cases_and_back(window: Window) -> None:
    buttons = window.frame.rail.findChildren(QToolButton)
    assert [button.text() for button in buttons] == ["Look", "Cases"]
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    settle(window)
    place = window.app.cases.place
    assert place is not None
    assert place.isVisible()
    assert "No cases yet" in place.message.words
    assert not window.app.actions["heat_map"].isEnabled()
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    QTest.keyClick(window.app.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.app.places.current is Place.LOOK
    assert window.app.actions["heat_map"].isEnabled()


def test_a_patient_is_found_and_the_page_stays_as_it_was_left(
    window: Window, own_cases: CaseAddress
) -> None:
    fill(own_cases)
    place = enter(window)
    assert len(titles(place)) == 3
    place.browser.search.setText("anna")
    settle(window)
    assert titles(place) == ["Anna Nó · Mole"]
    place.browser.search.setText("laboratory")
    settle(window)
    assert titles(place) == ["P-7KQ-3M2X · Lesion 1"]
    place.browser.view.setCurrentIndex(place.browser.lesions.index(0))
    QTest.keyClick(place.browser.view, Qt.Key.Key_Return)
    settle(window)
    words = read(place)
    assert "P-7KQ-3M2X" in words
    assert "Female, born 1961" in words
    assert "Lesion 1 · Forearm, left" in words
    assert "Pathology, 2 Aug 2026, Laboratory North: Melanoma: in situ" in words
    assert "Has grown since spring." in words
    first = place.page.sections[0].cells
    assert [first[row].day for row in range(3)] == ["14 Jan 2026", "15 Apr 2026", "15 Jul 2026"]
    assert (first[2].finding, first[2].share) == ("Melanoma", "61 %")
    assert all(first[row].thumbnail is not None for row in range(3))
    window.trigger("place_look")
    window.trigger("place_cases")
    assert titles(place) == ["P-7KQ-3M2X · Lesion 1"]
    assert place.page.isVisible()


def test_a_place_on_the_body_narrows_the_list_to_nothing(
    window: Window, own_cases: CaseAddress
) -> None:
    fill(own_cases)
    place = enter(window)
    place.browser.sites.setCurrentText("Face")
    settle(window)
    assert titles(place) == ["Anna Nó · Mole"]
    place.browser.search.setText("laboratory")
    settle(window)
    assert titles(place) == []
    assert place.browser.isVisible()


def test_a_stored_image_opens_in_look(window: Window, own_cases: CaseAddress) -> None:
    fill(own_cases)
    place = enter(window)
    place.browser.search.setText("lesion 1")
    settle(window)
    QTest.keyClick(place.browser.view, Qt.Key.Key_Down)
    QTest.keyClick(place.browser.view, Qt.Key.Key_Return)
    settle(window)
    section = place.page.sections[0]
    for _ in range(2):  # the second time, it is there already
        window.trigger("place_cases")
        section.opened.emit(section.cells[0])
        window.bot.waitUntil(lambda: len(window.app.session.images) == 1)
        assert window.app.places.current is Place.LOOK
    window.settle()
    assert window.app.session.images[0].name.endswith(".jpg")


def test_cases_that_cannot_be_opened_are_tried_again(
    window: Window, own_cases: CaseAddress
) -> None:
    fill(own_cases)
    assert own_cases.file is not None
    kept = own_cases.file.read_bytes()
    own_cases.file.write_bytes(b"no database" * 1000)
    place = enter(window)
    assert "cannot be opened" in place.message.words
    assert "restore a backup" in place.message.words
    window.trigger("place_look")
    window.trigger("open_examples")
    window.settle()
    own_cases.file.write_bytes(kept)
    window.trigger("place_cases")
    QTest.mouseClick(place.again, Qt.MouseButton.LeftButton)
    settle(window)
    assert len(titles(place)) == 3


def test_fifty_thousand_lesions_come_a_page_at_a_time(
    window: Window, own_cases: CaseAddress
) -> None:
    fill(own_cases)
    assert own_cases.file is not None
    with sqlite3.connect(own_cases.file) as database:
        database.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) "
            "INSERT INTO lesions (id, version, created, changed, patient_id, label, folded) "
            "SELECT 'x' || i, 1, l.created, l.changed, l.patient_id, 'Many ' || i, 'many ' || i "
            "FROM n, (SELECT * FROM lesions LIMIT 1) AS l"
        )
    database.close()
    place = enter(window)
    assert place.browser.lesions.total == 50_003
    assert len(place.browser.lesions) == 100
    place.browser.view.scrollToBottom()
    window.bot.waitUntil(lambda: len(place.browser.lesions) >= 200)
    place.browser.search.setText("many 49999")
    settle(window)
    assert titles(place) == ["P-7KQ-3M2X · Many 49999"]
