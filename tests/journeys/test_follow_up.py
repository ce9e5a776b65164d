"""A clinician follows a lesion: two visits beside and over each other, what changed, how large."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from core.cases.address import CaseAddress
from desktop.followup import presenter as presenting
from desktop.followup.picture import FollowPicture
from desktop.shell.action_spec import Need
from tests.desktop.followup.lesion import fill
from tests.desktop.windows import Window
from tests.journeys.in_follow_up import enter, follow, part_of, settle


def test_two_visits_are_aligned_and_compared(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    assert [choice.currentText() for choice in view.choices] == ["14 Jan 2026", "15 Jul 2026"]
    words = view.panel.words
    assert "of the skin around the lesion" in words
    assert "turned by 14°" in words
    assert "▲ 40" in words
    assert "Another model" not in words
    assert "Older image: scale not known." in words
    comparison = part_of(window).presenter
    assert comparison is not None
    assert comparison.comparison is not None
    assert comparison.comparison.alignment is not None
    assert comparison.comparison.alignment.scale == pytest.approx(1 / 0.92, rel=0.01)


def test_another_visit_is_chosen_and_what_cannot_be_aligned_says_so(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    view.choices[0].setCurrentText("15 Jul 2026")  # so the newer must be newer still
    settle(window)
    assert [choice.currentText() for choice in view.choices] == ["15 Jul 2026", "1 Oct 2026"]
    assert "cannot be aligned" in view.panel.words
    assert "neither aligned nor is the scale" in view.panel.words
    assert "Another model" in view.panel.words
    assert all(side.has_picture for side in view.stage.sides)


def test_aligned_is_offered_and_shown_only_where_it_is_true(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    aligned = window.app.actions["follow_aligned"]
    (button,) = (one for one in view.tools.findChildren(QToolButton) if one.text() == "Aligned")
    said = button.toolTip()
    assert (button.isChecked(), button.isEnabled()) == (True, True)
    view.choices[0].setCurrentText("15 Jul 2026")
    settle(window)
    assert (button.isChecked(), button.isEnabled()) == (False, False)
    assert "cannot be aligned" in button.toolTip()
    view.choices[0].setCurrentText("14 Jan 2026")
    view.choices[1].setCurrentText("15 Jul 2026")
    settle(window)
    assert (button.isChecked(), button.isEnabled()) == (True, True)  # as it was wished for
    assert button.toolTip() == said
    window.trigger("follow_aligned")
    assert not aligned.isChecked()
    window.trigger("follow_back")
    assert not aligned.isEnabled()
    follow(window)
    assert (button.isChecked(), button.isEnabled()) == (False, True)  # the wish is kept


def test_both_pictures_are_zoomed_and_moved_together(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    older, newer = view.stage.sides
    for _ in range(4):
        window.trigger("zoom_in")
    assert newer.magnification == pytest.approx(older.magnification)
    assert newer.magnification > 2
    newer.horizontalScrollBar().setValue(newer.horizontalScrollBar().value() + 40)
    newer.verticalScrollBar().setValue(newer.verticalScrollBar().value() - 25)
    assert _same_place(older, newer)
    assert older.centre.x() > 0.52
    window.trigger("follow_aligned")  # the pictures change, the place stays
    assert older.magnification > 2
    window.trigger("fit")
    assert newer.magnification == pytest.approx(1)


def _same_place(one: FollowPicture, other: FollowPicture) -> bool:
    gap: QPointF = one.centre - other.centre
    return gap.manhattanLength() < 0.01


def blinks(window: Window) -> bool:
    seeing = part_of(window).seeing
    return seeing is not None and seeing.blinks


def test_images_blink_at_the_chosen_pace_and_stop_at_a_key(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    window.trigger("follow_blink")
    assert blinks(window)
    view.tools.interval.setValue(0.2)
    overlay = view.stage.overlay
    assert overlay.isVisible()
    window.bot.waitUntil(lambda: overlay.split == 0)
    window.bot.waitUntil(lambda: overlay.split == 1)
    QTest.keyClick(overlay, Qt.Key.Key_Space)
    assert not blinks(window)
    before = overlay.split
    QTest.keyClick(overlay, Qt.Key.Key_Space)
    assert overlay.split == 1 - before
    window.trigger("follow_blink")
    assert blinks(window)
    window.trigger("place_look")
    assert not blinks(window)
    window.trigger("place_cases")
    assert blinks(window)


def test_the_divider_is_moved_by_keys_and_mouse(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    window.trigger("follow_swipe")
    overlay = view.stage.overlay
    QTest.keyClick(overlay, Qt.Key.Key_Right)
    assert overlay.split == pytest.approx(0.55)
    QTest.keyClick(overlay, Qt.Key.Key_Home)
    assert overlay.split == 0
    newer = overlay.grab().toImage()
    QTest.keyClick(overlay, Qt.Key.Key_End)
    assert overlay.grab().toImage() != newer
    room = overlay.viewport()
    last, wanted = QPoint(room.width() - 1, 50), QPoint(room.width() // 4, 50)
    QTest.mousePress(room, Qt.MouseButton.LeftButton, pos=last)
    QTest.mouseMove(room, wanted)
    QTest.mouseRelease(room, Qt.MouseButton.LeftButton, pos=wanted)
    assert overlay.split == pytest.approx(0.25, abs=0.02)


def test_outlines_are_drawn_where_an_area_was_found(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    view = follow(window)
    without = view.stage.sides[0].grab().toImage()
    window.trigger("follow_outlines")
    found = "Not known" not in view.panel.words
    assert (view.stage.sides[0].grab().toImage() != without) is found
    assert found


def test_one_image_cannot_be_followed(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    lesion, _ = fill(own_cases, tmp_path, images=1)
    place = enter(window)
    buttons = place.page.sections[0].findChildren(QPushButton)
    button = next(one for one in buttons if one.text() == "Follow up")
    assert not button.isEnabled()
    assert "two images" in button.toolTip()
    assert Need.FOLLOWABLE not in window.app.cases.facts()
    part_of(window).open(lesion.id)  # as if somebody else had deleted the other one meanwhile
    view = settle(window)
    assert "Two images are needed" in view.message.words


def test_an_original_that_is_gone_is_named_and_the_other_shown(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    _, images = fill(own_cases, tmp_path, images=2)
    (own_cases.images / images[1].sha256[:2] / images[1].sha256).unlink()
    view = follow(window)
    assert view.stage.sides[0].has_picture
    assert "not in the image store any more" in view.stage.sides[1].words
    assert "nothing is compared" in view.panel.words
    assert view.stage.overlay.words.startswith("Newer image: The original")
    assert "▲ 40" in view.panel.words  # what is stored is there all the same


def noting(real: Callable[..., object], threads: list[str]) -> Callable[..., object]:
    """Let a function note in which thread it runs."""

    def noted(*values: object) -> object:
        threads.append(threading.current_thread().name)
        return real(*values)

    return noted


def test_nothing_is_read_or_aligned_in_the_thread_of_the_window(
    window: Window, own_cases: CaseAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    for name in ("open_image", "compare"):
        real = getattr(presenting, name)

        monkeypatch.setattr(presenting, name, noting(real, threads))
    fill(own_cases, tmp_path, images=2)
    follow(window)
    assert len(threads) == 3
    assert all(name.startswith("lentigo-background") for name in threads)


def test_tab_visits_everything_and_each_stop_has_a_name(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path, images=2)
    view = follow(window)
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    view.back.setFocus()
    visited: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in visited:
        visited.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    parts = [view.back, *view.choices, *view.stage.sides, view.panel]
    assert [one for one in visited if one in parts] == parts
    assert sum(isinstance(one, QToolButton) for one in visited) >= 7
    for widget in visited:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


def test_an_image_that_is_kept_meanwhile_leads_back_to_the_page(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    lesion, _ = fill(own_cases, tmp_path, images=2)
    view = follow(window)
    window.app.cases.show_lesion(lesion)
    window.bot.waitUntil(lambda: not view.isVisible())
    assert not window.app.actions["follow_blink"].isEnabled()
