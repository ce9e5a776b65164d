"""What journeys do where a lesion is followed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.cases.place import CasesPlace
from desktop.followup.part import FollowPart
from desktop.followup.view import FollowView
from tests.desktop.windows import Window


def enter(window: Window) -> CasesPlace:
    """Go to the cases, and open the page of the first lesion."""
    window.trigger("place_cases")
    window.bot.waitUntil(lambda: window.app.cases.presenter is not None)
    presenter = window.app.cases.presenter
    assert presenter is not None
    window.bot.waitUntil(lambda: presenter.settled)
    place = window.app.cases.place
    assert place is not None
    place.browser.view.opened.emit(place.browser.lesions[0])
    window.bot.waitUntil(lambda: presenter.settled and place.page.isVisible())
    return place


def settle(window: Window) -> FollowView:
    part = window.app.following
    assert part.presenter is not None
    assert part.view is not None
    window.bot.waitUntil(
        lambda: part.presenter is not None and part.presenter.settled, timeout=60_000
    )
    return part.view


def follow(window: Window) -> FollowView:
    """Press the button at the lesion, and choose the first two visits."""
    place = enter(window)
    buttons = place.page.sections[0].findChildren(QPushButton)
    button = next(one for one in buttons if one.text() == "Follow up")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    view = settle(window)
    if view.choices[1].count() > 1:
        view.choices[1].setCurrentIndex(0)
        settle(window)
    return view


def part_of(window: Window) -> FollowPart:
    return window.app.following
