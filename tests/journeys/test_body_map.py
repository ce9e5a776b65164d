"""A clinician says on a drawing where a lesion is, and finds lesions there again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.cases.fields import BodySite, BodyView, Side
from core.cases.records import Lesion
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from desktop.bodymap.places import usual_spot
from desktop.cases.new_dialog import NewDialog
from desktop.cases.place import CasesPlace
from desktop.cases.where import Where
from desktop.shell.settings import SettingsStore
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.case_pages import page_of
from tests.journeys.in_cases import enter, read, settle


def where_of(place: CasesPlace) -> Where:
    body = place.page.widget()
    assert body is not None
    (found,) = body.findChildren(Where)
    return found


def new_lesion(window: Window) -> NewDialog:
    dialog = window.app.keeping.dialog
    assert isinstance(dialog, NewDialog)
    return dialog


def pick(dialog: NewDialog, site: BodySite, side: Side) -> None:
    spot, body = usual_spot(site, side), dialog.lesion_form.map
    assert spot is not None
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, pos=body.place_of(spot).toPoint())


def save(dialog: NewDialog) -> None:
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lesion_named(store: CaseStore, words: str) -> Lesion:
    (line,) = store.find(LesionQuery(words=words)).lines
    return store.get(Lesion, line.lesion_id)


def test_a_new_patient_gets_a_lesion_where_the_drawing_was_clicked(
    window: Window, store: CaseStore
) -> None:
    place = enter(window)
    window.trigger("new_patient")
    dialog = new_lesion(window)
    dialog.patient_form.name.setText("Cem")
    pick(dialog, BodySite.LOWER_LEG, Side.RIGHT)
    assert dialog.lesion_form.site.currentText() == "Lower leg"
    assert dialog.lesion_form.side.currentText() == "Right"
    save(dialog)
    window.bot.waitUntil(lambda: "Lesion 1 · Lower leg, right" in read(place))
    settle(window)
    kept = lesion_named(store, "cem")
    assert (kept.site, kept.side, kept.view) == (BodySite.LOWER_LEG, Side.RIGHT, BodyView.FRONT)
    assert kept.x is not None
    assert kept.x < 0.5  # the patient's right is at the left of the picture
    assert [dot.text() for dot in where_of(place).map.dots] == ["1"]


def test_the_lists_are_an_equal_way(window: Window, store: CaseStore) -> None:
    place = page_of(window)
    window.trigger("new_lesion")
    dialog = new_lesion(window)
    dialog.lesion_form.label.setText("By list")
    dialog.lesion_form.site.setCurrentText("Shoulder")
    dialog.lesion_form.side.setCurrentText("Left")
    save(dialog)
    window.bot.waitUntil(lambda: "By list · Shoulder, left" in read(place))
    settle(window)
    assert lesion_named(store, "by list").view is None
    names = [dot.accessibleName() for dot in where_of(place).map.dots]
    assert names[-1] == "3: By list · Shoulder, left"


def test_a_dot_leads_to_its_lesion(window: Window, store: CaseStore) -> None:
    del store
    window.app.window.resize(900, 480)
    place = page_of(window)
    place.page.verticalScrollBar().setValue(0)
    first, second = where_of(place).map.dots
    assert first.toolTip() == "Go to Lesion 1 · Forearm, left"
    section = place.page.sections[1]
    assert section.visibleRegion().isEmpty()
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(lambda: not section.visibleRegion().isEmpty())


def test_a_lesion_without_its_side_is_named_beside_the_map(
    window: Window, store: CaseStore
) -> None:
    patient = lesion_named(store, "laboratory").patient_id
    store.add(Lesion(patient_id=patient, label="Lost", site=BodySite.HAND))
    place = page_of(window)
    assert len(where_of(place).map.dots) == 2
    assert "Not on the map, since place or side is not stated: Lost." in read(place)


def test_the_map_is_hidden_and_stays_hidden(make_window: MakeWindow, store: CaseStore) -> None:
    del store
    settings = SettingsStore()
    window = make_window(settings=settings)
    place = page_of(window)
    assert where_of(place).isVisible()
    window.trigger("body_map")
    assert where_of(place).isHidden()
    assert not settings.current.body_map
    again = page_of(make_window(settings=settings))
    assert where_of(again).isHidden()
