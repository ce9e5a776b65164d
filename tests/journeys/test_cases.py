"""A user keeps cases: finds patients, sees their lesions over time, adds to them."""

from __future__ import annotations

import sqlite3

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QPushButton,
    QToolButton,
    QWidget,
)

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from desktop.cases.new_dialog import NewDialog
from desktop.cases.time_line import TimeLine
from desktop.shell.places import Place
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window
from tests.journeys.in_cases import FIRST, enter, read, save, settle, titles
from tests.journeys.window_thread import SHORT, WindowThread


def test_whoever_only_looks_leaves_no_cases_behind(window: Window, own_cases: CaseAddress) -> None:
    assert window.app.cases.place is None
    window.trigger("open_examples")
    window.settle()
    window.close()
    assert own_cases.file is not None
    assert not own_cases.file.parent.exists()


def test_the_rail_leads_to_the_cases_and_back(window: Window) -> None:
    buttons = window.frame.rail.findChildren(QToolButton)
    assert [button.text() for button in buttons][:4] == ["Look", "Cases", "Batch", "Atlas"]
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


def test_a_patient_and_another_lesion_are_noted(window: Window) -> None:
    place = enter(window)
    assert not window.app.actions["new_lesion"].isEnabled()
    QTest.mouseClick(place.first, Qt.MouseButton.LeftButton)
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, NewDialog)
    dialog.patient_form.pseudonym.clear()
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
    dialog.patient_form.pseudonym.setText("P-ONE")
    dialog.patient_form.birth_year.setText("1950")
    dialog.lesion_form.site.setCurrentText("Scalp")
    save(window, dialog)
    window.bot.waitUntil(lambda: len(titles(place)) == 1 and place.page.isVisible())
    settle(window)
    window.trigger("new_lesion")
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, NewDialog)
    save(window, dialog)
    window.bot.waitUntil(lambda: len(titles(place)) == 2)
    settle(window)
    assert [view.section.title for view in place.page.sections] == [
        "Lesion 1 · Scalp",
        "Lesion 2 · Site not stated",
    ]
    window.trigger("place_look")
    assert not window.app.actions["new_lesion"].isEnabled()


def test_the_same_pseudonym_twice_is_refused_with_a_sentence(
    window: Window, own_cases: CaseAddress
) -> None:
    fill(own_cases)
    place = enter(window)
    window.trigger("new_patient")
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, NewDialog)
    dialog.patient_form.pseudonym.setText("P-7KQ-3M2X")
    save(window, dialog)
    window.bot.waitUntil(lambda: "choose another" in window.app.notice.words)
    assert len(titles(place)) == 3


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


def test_tab_visits_every_part_and_each_has_a_name(window: Window, own_cases: CaseAddress) -> None:
    fill(own_cases)
    place = enter(window)
    place.browser.view.opened.emit(place.browser.lesions[titles(place).index(FIRST)])
    settle(window)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    place.browser.search.setFocus()
    visited: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in visited:
        visited.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    (line,) = place.page.findChildren(TimeLine)
    parts = [place.browser.search, place.browser.sites, place.browser.view, line]
    assert [one for one in visited if one in parts] == parts
    buttons = {one for one in visited if isinstance(one, QPushButton)}
    assert len(buttons) >= 10
    for widget in visited:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


def test_the_window_stays_lively_while_the_cases_open(
    window: Window, own_cases: CaseAddress
) -> None:
    fill(own_cases)
    with WindowThread(window) as thread:
        place = enter(window)
        place.browser.view.opened.emit(place.browser.lesions[titles(place).index(FIRST)])
        settle(window)
    assert thread.longest_turn < SHORT
    assert not thread.called(CaseStore)
