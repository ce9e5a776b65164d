"""Everything in the window has a name that tells it from its neighbours, and can be reached.

Names of a user's making are shown as they are, whatever they hold that looks like markup.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.cases.address import CaseAddress
from tests.desktop import tour
from tests.desktop.accessibility import complaints
from tests.desktop.conftest import MakeWindow
from tests.desktop.followup.lesion import fill
from tests.desktop.markup import NAMED, read_as_markup
from tests.desktop.windows import Window
from tests.journeys.in_follow_up import follow


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    return make_window(engine=tour.engine(), settings=tour.settings())


def check(window: QWidget) -> None:
    said = complaints(window)
    assert not said, "\n".join(said)


def open_dialogs() -> list[QWidget]:
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, QDialog) and one.isVisible()]


def test_wherever_the_tour_leads(window: Window, own_cases: CaseAddress) -> None:
    found: dict[str, str] = {}
    for name in tour.tour(window, own_cases, named=NAMED):
        for one in open_dialogs() or [window.app.window]:
            found.update(dict.fromkeys(complaints(one), name))
        found.update(dict.fromkeys(read_as_markup(), name))
    assert not found


def test_a_follow_up_with_scale_and_lines(
    window: Window, own_cases: CaseAddress, tmp_path: Path
) -> None:
    fill(own_cases, tmp_path)
    follow(window)
    window.trigger("follow_measure")
    check(window.app.window)
