"""Picking a place, with the mouse or the keys; and dots that lead to lesions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.cases.fields import BodySite, BodyView, Side
from core.cases.records import Lesion
from desktop.bodymap.dots import DotMap
from desktop.bodymap.picker import BodyPicker, RegionButton
from desktop.bodymap.places import Spot, usual_spot
from desktop.cases.lesion_form import LesionForm
from tests.desktop.directions import in_both_directions


@pytest.fixture
def picker(qtbot: QtBot) -> BodyPicker:
    picker = BodyPicker()
    qtbot.addWidget(picker)
    picker.show()
    return picker


def point_in(picker: BodyPicker, site: BodySite, side: Side) -> QPoint:
    spot = usual_spot(site, side)
    assert spot is not None
    return picker.place_of(spot).toPoint()


def button_of(picker: BodyPicker, words: str) -> RegionButton:
    (found,) = (one for one in picker.buttons if one.accessibleName() == words)
    return found


def test_a_click_picks_a_place_on_the_patients_side(picker: BodyPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.picked) as picked:
        QTest.mouseClick(
            picker, Qt.MouseButton.LeftButton, pos=point_in(picker, BodySite.THIGH, Side.LEFT)
        )
    assert picked.args == [BodySite.THIGH, Side.LEFT]
    assert picker.spot is not None
    assert picker.spot.view is BodyView.FRONT
    assert picker.chosen is not None
    assert picker.chosen.words == "Thigh, left, seen from the front"


def test_a_click_beside_the_body_picks_nothing(picker: BodyPicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.picked):
        QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(1, picker.height() - 30))
    assert picker.spot is None


def test_the_pointer_shows_which_region_is_meant(picker: BodyPicker) -> None:
    QTest.mouseMove(picker, point_in(picker, BodySite.BUTTOCK, Side.RIGHT))
    assert picker.hovered is not None
    assert picker.hovered.site is BodySite.BUTTOCK


def test_every_region_has_a_name_for_screen_readers(picker: BodyPicker) -> None:
    names = [one.accessibleName() for one in picker.buttons]
    assert len(set(names)) == len(names)
    assert "Palm, right, seen from the front" in names
    spoken = QAccessible.queryAccessibleInterface(picker.buttons[0])
    assert spoken.role() == QAccessible.Role.Button


def test_keys_go_from_region_to_region_and_pick(picker: BodyPicker, qtbot: QtBot) -> None:
    picker.activateWindow()
    qtbot.waitUntil(picker.isActiveWindow)
    chest = button_of(picker, "Chest, seen from the front")
    chest.setFocus()
    qtbot.waitUntil(chest.hasFocus)
    QTest.keyClick(chest, Qt.Key.Key_Down)
    abdomen = button_of(picker, "Abdomen, seen from the front")
    qtbot.waitUntil(abdomen.hasFocus)
    assert picker.focused is abdomen.region
    with qtbot.waitSignal(picker.picked) as picked:
        QTest.keyClick(abdomen, Qt.Key.Key_Return)
    assert picked.args == [BodySite.ABDOMEN, Side.MIDDLE]


def test_tab_leads_in_and_out_at_once(picker: BodyPicker) -> None:
    picker.mark(usual_spot(BodySite.BACK, Side.LEFT))
    inside = [one for one in picker.buttons if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [one.region.site for one in inside] == [BodySite.BACK]


def test_one_of_a_pair_is_marked_on_the_figure_that_was_meant(
    picker: BodyPicker, qtbot: QtBot
) -> None:
    calf = button_of(picker, "Lower leg, left, seen from the back")
    with qtbot.waitSignal(picker.picked) as picked:
        calf.click()
    assert picked.args == [BodySite.LOWER_LEG, Side.LEFT]
    assert picker.spot is not None
    assert picker.spot.view is BodyView.BACK


def test_dots_have_numbers_and_lead_to_their_lesion(qtbot: QtBot) -> None:
    spot = Spot(BodyView.FRONT, 0.5, 0.3)
    shown = DotMap([(1, spot, "Lesion 1 · Chest"), (3, spot, "Lesion 3 · Chest")])
    qtbot.addWidget(shown)
    shown.show()
    first, third = shown.dots
    assert third.accessibleName() == "3: Lesion 3 · Chest"
    step = first.geometry().center() - third.geometry().center()
    assert QPointF.dotProduct(QPointF(step), QPointF(step)) > 15**2
    with qtbot.waitSignal(shown.wanted) as wanted:
        QTest.keyClick(third, Qt.Key.Key_Space)
    assert wanted.args == [3]
    image = QImage(shown.size(), QImage.Format.Format_RGB32)
    shown.render(image)
    accent = shown.palette().accent().color()
    assert image.pixelColor(first.geometry().center() + QPoint(-5, 2)) == accent


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def stated(form: LesionForm) -> Lesion:
    return form.stated(Lesion(patient_id="p", label="L"))


def test_lists_and_map_say_the_same(parent: QWidget) -> None:
    form = LesionForm(parent=parent)
    assert isinstance(form.label, QLineEdit)
    form.site.setCurrentText("Forearm")
    assert form.map.spot is None  # left or right is not known
    form.side.setCurrentText("Left")
    assert form.map.chosen is not None
    assert form.map.chosen.words == "Forearm, left, seen from the front"
    assert stated(form).view is None  # nobody has said where exactly
    button_of(form.map, "Sole, right, seen from the back").click()
    lesion = stated(form)
    assert (lesion.site, lesion.side, lesion.view) == (BodySite.SOLE, Side.RIGHT, BodyView.BACK)
    assert form.site.currentText() == "Sole"
    form.site.setCurrentText("Nail")
    assert (form.map.spot, stated(form).view, stated(form).x) == (None, None, None)


def test_an_exact_place_stays_when_something_else_is_changed(parent: QWidget) -> None:
    known = Lesion(
        patient_id="p", label="L", site=BodySite.BACK, side=Side.LEFT, view=BodyView.BACK, x=0.42,
        y=0.3,
    )  # fmt: skip
    form = LesionForm(known, parent)
    form.label.setText("Upper lesion")
    assert (form.stated(known).x, form.stated(known).y) == (0.42, 0.3)
    form.side.setCurrentText("Right")
    assert form.stated(known).x is None


def test_sides_are_the_patients_also_where_one_reads_from_the_right(qtbot: QtBot) -> None:
    def grab() -> QImage:
        picker = BodyPicker()
        qtbot.addWidget(picker)
        picker.resize(picker.sizeHint())
        return picker.grab().toImage()

    left, right = in_both_directions(grab)
    assert left == right
