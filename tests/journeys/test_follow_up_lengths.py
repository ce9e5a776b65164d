"""A clinician measures a lesion on two visits, on a scale that a ruler gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.cases.address import CaseAddress
from core.cases.fields import ScaleSource
from core.cases.records import StoredImage
from core.cases.store import CaseStore
from desktop.followup.picture import FollowPicture
from tests.desktop.followup.lesion import fill
from tests.desktop.windows import Window
from tests.journeys.in_follow_up import follow, part_of, settle


def draw(picture: FollowPicture, start: QPointF, end: QPointF) -> None:
    """Draw a line by mouse, between points of the picture."""
    places = [picture.mapFromScene(point) for point in (start, end)]
    QTest.mousePress(picture.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(picture.viewport(), places[1])
    QTest.mouseRelease(picture.viewport(), Qt.MouseButton.LeftButton, pos=places[1])


def calibrate(window: Window, picture: FollowPicture, mm: float) -> None:
    measuring = part_of(window).measuring
    assert measuring is not None
    window.trigger("follow_scale")
    draw(picture, QPointF(200, 200), QPointF(300, 200))
    dialog = measuring.dialog
    assert dialog is not None
    dialog.length.setValue(mm)
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    window.bot.waitUntil(window.app.actions["follow_measure"].isChecked)
    settle(window)


def stored(address: CaseAddress, image: StoredImage) -> StoredImage:
    store = CaseStore.open(address)
    try:
        return store.get(StoredImage, image.id)
    finally:
        store.close()


def test_a_length_needs_a_scale_which_is_set_on_a_ruler_and_kept(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    _, images = fill(own_cases, tmp_path)
    view = follow(window)
    older, newer = view.stage.sides
    window.trigger("follow_measure")
    draw(older, QPointF(200, 200), QPointF(300, 200))
    assert "scale of the image is not known" in view.hint
    assert older.length == ""
    calibrate(window, older, 10)
    window.bot.waitUntil(lambda: "0.1 mm per pixel, set on a ruler" in view.panel.words)
    draw(older, QPointF(200, 250), QPointF(250, 250))
    assert older.length == "5.0 mm"
    assert "mm² before" not in view.panel.words
    kept = stored(own_cases, images[0])
    assert kept.mm_per_pixel == pytest.approx(0.1, rel=0.02)
    assert kept.scale_source is ScaleSource.RULER
    # The newer image is drawn at 109 % of its size, so its own pixels are fewer.
    calibrate(window, newer, 10)
    kept = stored(own_cases, images[1])
    assert kept.mm_per_pixel == pytest.approx(0.1 / 0.92, rel=0.02)
    draw(newer, QPointF(200, 250), QPointF(250, 250))
    assert newer.length == "5.0 mm"
    window.bot.waitUntil(lambda: "mm² before" in view.panel.words)
    assert "may be wrong" not in view.panel.words
    calibrate(window, newer, 20)
    window.bot.waitUntil(lambda: "may be wrong" in view.panel.words)
    window.trigger("undo")
    window.bot.waitUntil(lambda: "may be wrong" not in view.panel.words)
    window.trigger("undo")
    window.bot.waitUntil(lambda: "Newer image: scale not known" in view.panel.words)


def test_a_line_is_drawn_by_keys(window: Window, own_cases: CaseAddress, tmp_path: Path) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    older = view.stage.sides[0]
    window.trigger("follow_measure")
    QTest.keyClick(older, Qt.Key.Key_Right)
    assert older.line is not None
    before = older.line.length()
    QTest.keyClick(older, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert older.line.length() > before
    QTest.keyClick(older, Qt.Key.Key_Return)
    assert "scale of the image is not known" in view.hint
    QTest.keyClick(older, Qt.Key.Key_Escape)  # puts the tool away
    assert not window.app.actions["follow_measure"].isChecked()
    assert view.isVisible()
    QTest.keyClick(older, Qt.Key.Key_Escape)  # and goes back
    assert not view.isVisible()
    assert window.app.actions["follow_up"].isEnabled()


def test_a_line_too_short_to_calibrate_on_is_refused(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    window.trigger("follow_scale")
    draw(view.stage.sides[0], QPointF(200, 200), QPointF(204, 200))
    measuring = part_of(window).measuring
    assert measuring is not None
    assert measuring.dialog is None
    assert "too close together" in view.hint
