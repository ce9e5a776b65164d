"""Where somebody learns, Tab leads to everything in the order in which it is seen, and shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from core.images import close_shared_reader
from desktop.shell.rail import Rail
from desktop.shell.stylesheet import stylesheet
from desktop.shell.theme import LIGHT
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.quiz.driven import Quizzing, enter

RETURN = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def readers() -> Iterator[None]:
    yield
    close_shared_reader()


@pytest.fixture
def quizzing(make_window: MakeWindow, tmp_path: Path) -> Quizzing:
    found = enter(make_window, make_atlas(tmp_path / "atlas", ("nv", "mel", "bcc", "nv")))
    found.window.app.window.setStyleSheet(stylesheet(LIGHT))
    found.sign_in("Ayu")
    return found


def stops(first: QWidget) -> list[QWidget]:
    """Everything that Tab leads to outside the rail, until it comes round."""
    first.setFocus()
    every: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in every:
        every.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return [one for one in every if not isinstance(one.parentWidget(), Rail)]


def unseen(every: list[QWidget]) -> list[QWidget]:
    """Those that look alike with the focus and without."""
    return [one for one in every if looks(one, focused=True) == looks(one, focused=False)]


def looks(widget: QWidget, *, focused: bool) -> object:
    window = widget.window()
    if focused:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        widget.clearFocus()
    for area in window.findChildren(QScrollArea):
        if area.isAncestorOf(widget):  # Tab would have scrolled it there
            area.ensureWidgetVisible(widget)
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place.adjusted(-4, -4, 4, 4)).toImage()


def test_where_a_quiz_is_begun(quizzing: Quizzing) -> None:
    form = quizzing.begin
    every = stops(form.profile.new)
    boxes = list(form.diagnoses.boxes)
    assert every[: len(boxes) + 2] == [form.profile.new, *boxes, form.number]
    assert every.index(form.begin) > every.index(form.malignant)
    assert not unseen(every)


def test_what_is_asked_and_told(quizzing: Quizzing) -> None:
    quizzing.begin.number.choose(5)
    quizzing.press(RETURN)
    asking, sheet = quizzing.sheet.asking, quizzing.sheet
    every = stops(asking.diagnosis.buttons[0])
    assert every[:3] == [asking.diagnosis.buttons[0], asking.confidence.buttons[0], asking.commit]
    assert sheet.picture in every
    assert not unseen(every)
    asking.diagnosis.enter()
    quizzing.answer(right=False)
    every = stops(sheet.telling.next)
    told = [one for one in every if sheet.telling.isAncestorOf(one)]
    assert told[0] is sheet.telling.next
    assert told[1].accessibleName() == "What there is to say"  # scrolled by the keys
    assert told[-1] is sheet.telling.similar
    assert not unseen(every)


def test_the_end_of_a_quiz(quizzing: Quizzing) -> None:
    quizzing.press(RETURN)
    for _ in range(4):
        quizzing.answer(right=False)
        quizzing.press(RETURN)
    end = quizzing.place.end
    every = stops(end.again)
    assert every == [end.again, end.new, end.list]
    assert end.list.currentIndex().row() == 0
    assert not unseen(every)
    end.list.setFocus()
    quizzing.press(RETURN)
    assert quizzing.sheet.is_telling


def test_an_image_of_the_atlas(quizzing: Quizzing) -> None:
    window = quizzing.window
    window.trigger("place_atlas")
    presenter, pages = window.app.atlas.presenter, window.app.atlas.pages
    assert presenter is not None
    assert pages is not None
    window.bot.waitUntil(lambda: presenter.atlas is not None and presenter.settled)
    pages.open(1)
    window.bot.waitUntil(lambda: pages.settled)
    large = pages.large
    every = stops(large.picture)
    panel = large.panel
    assert every[:5] == [large.picture, panel, panel.ask, panel.others, panel.similar]
    assert not unseen(every)
