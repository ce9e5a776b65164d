"""Several images side by side: chosen, zoomed and moved together, told apart, and left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.errors import UnreadableImage
from desktop.compare.part import ComparePart
from desktop.compare.view import CompareCell
from desktop.look.filmstrip import Filmstrip
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import NOVEL, make_analysis, make_card, make_rules
from tests.desktop.windows import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(make_window: MakeWindow, tmp_path: Path) -> Window:
    """Five images with findings, the first looked at."""
    window = make_window(engine=FakeEngine(card=make_card(trust=make_rules())))
    window.open([tmp_path / f"{name}.jpg" for name in "abcde"])
    client = window.engine.client
    for job, finding in zip(sorted(client.open), ("mel", "nv", "bcc", "df", "nv"), strict=True):
        novelty = NOVEL if finding == "bcc" else None
        client.finish(job, make_analysis(client.card, finding=finding, novelty=novelty))
    window.settle()
    window.app.window.activateWindow()
    window.bot.waitUntil(window.app.window.isActiveWindow)
    return window


def part_of(window: Window) -> ComparePart:
    return window.app.comparing


def film(window: Window) -> Filmstrip:
    return window.app.place.filmstrip


def cells(window: Window) -> list[CompareCell]:
    view = part_of(window).view
    assert view is not None
    return [cell for cell in view.cells if cell.isVisible()]


def names(window: Window) -> list[str]:
    return [cell.name.text() for cell in cells(window)]


def ready(window: Window) -> None:
    window.bot.waitUntil(lambda: all(one.picture.heat_shown for one in cells(window)))


def press(window: Window, row: int, modifier: Qt.KeyboardModifier) -> None:
    strip = film(window)
    place: QPoint = strip.visualRect(strip.model().index(row, 0)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_an_image_that_cannot_be_read_says_why_and_stops_no_zoom(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(engine=FakeEngine())
    window.open([tmp_path / f"{name}.jpg" for name in "ab"])
    client = window.engine.client
    broken, whole = sorted(client.open)
    client.fail(broken, UnreadableImage("It is damaged."))
    client.finish(whole)
    window.settle()
    window.bot.waitUntil(film(window).isVisible)  # what cannot be read is settled before it is said
    QTest.keyClick(film(window), Qt.Key.Key_Right)
    window.trigger("compare")
    one, other = (cell.picture for cell in cells(window))
    window.bot.waitUntil(lambda: other.has_picture)
    assert "It is damaged." in one.words
    asked: list[int] = []
    monkeypatch.setattr(
        window.app.session.pictures, "ask", lambda image, _source: asked.append(image)
    )
    window.app.state.set_opacity(30)
    assert asked == []
    before = other.magnification
    window.trigger("zoom_in")
    assert other.magnification > before


def test_the_current_image_may_be_the_one_that_cannot_be_read(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    window.open([tmp_path / f"{name}.jpg" for name in "ab"])
    client = window.engine.client
    broken, whole = sorted(client.open)
    client.fail(broken, UnreadableImage("It is damaged."))
    client.finish(whole)
    window.settle()
    window.bot.waitUntil(film(window).isVisible)
    zoom = window.app.actions["zoom_in"]
    assert not zoom.isEnabled()
    window.trigger("compare")
    _, other = (cell.picture for cell in cells(window))
    window.bot.waitUntil(zoom.isEnabled)
    before = other.magnification
    QTest.keyClick(window.app.window, Qt.Key.Key_Plus)
    assert other.magnification > before
    window.trigger("compare")
    assert not zoom.isEnabled()


def test_by_keys_alone(window: Window) -> None:
    film(window).setFocus()
    for _ in range(2):
        QTest.keyClick(film(window), Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(window.app.window, Qt.Key.Key_T, CONTROL)
    assert names(window) == ["a.jpg", "b.jpg", "c.jpg"]
    ready(window)
    found = [cell.finding.text() for cell in cells(window)]
    assert found == ["Melanoma 62 %", "Melanocytic nevus 62 %", "Unlike a lesion"]
    assert cells(window)[0].picture.hasFocus()
    one, other, last = (cell.picture for cell in cells(window))
    for _ in range(4):
        QTest.keyClick(window.app.window, Qt.Key.Key_Plus)
    assert other.magnification == pytest.approx(one.magnification)
    assert last.magnification > 2
    last.horizontalScrollBar().setValue(last.horizontalScrollBar().value() + 30)
    assert (one.centre - last.centre).manhattanLength() < 0.01
    assert one.centre.x() > 0.52
    QTest.keyClick(window.app.window, Qt.Key.Key_H)
    assert not any(cell.picture.heat_shown or cell.legend.isVisible() for cell in cells(window))
    QTest.keyClick(window.app.window, Qt.Key.Key_H)
    assert all(cell.picture.heat_shown for cell in cells(window))
    QTest.keyClick(one, Qt.Key.Key_Escape)
    assert not part_of(window).comparing
    assert window.app.place.picture.isVisible()
    assert not window.app.actions["compare"].isChecked()
    assert film(window).chosen_images == [window.app.state.image]


def test_one_image_is_compared_with_its_neighbour(window: Window) -> None:
    window.trigger("compare")
    assert names(window) == ["a.jpg", "b.jpg"]
    window.trigger("compare")
    assert not part_of(window).comparing
    window.app.state.select_image(window.app.session.images[4].id)
    window.trigger("compare")
    assert names(window) == ["d.jpg", "e.jpg"]


def test_what_is_chosen_meanwhile_is_compared(window: Window) -> None:
    window.trigger("compare")
    press(window, 3, CONTROL)
    assert names(window) == ["a.jpg", "b.jpg", "d.jpg"]
    for row in (2, 4):  # no more than four are seen
        press(window, row, CONTROL)
    assert names(window) == ["a.jpg", "b.jpg", "c.jpg", "d.jpg"]
    press(window, 1, Qt.KeyboardModifier.NoModifier)
    assert not part_of(window).comparing
    assert window.app.state.image == window.app.session.images[1].id


def test_closing_images_leaves_the_comparison(window: Window) -> None:
    window.trigger("compare")
    window.trigger("close_image")
    assert not part_of(window).comparing
    window.trigger("compare")
    assert part_of(window).comparing
    window.trigger("close_all")
    assert not part_of(window).comparing
    assert not window.app.actions["compare"].isEnabled()
