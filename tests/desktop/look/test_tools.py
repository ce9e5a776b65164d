"""The row below the picture gives way in an order that a user understands."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSlider, QToolButton
from pytestqt.qtbot import QtBot

from desktop.look.tools import PictureTools
from desktop.shell.action_table import ACTIONS
from desktop.shell.actions import Actions
from desktop.shell.window import MainWindow
from desktop.shell.wishes import HeatColours, HeatMethod


@pytest.fixture
def tools(qtbot: QtBot) -> PictureTools:
    window = MainWindow()
    qtbot.addWidget(window)
    actions = Actions(ACTIONS, window)
    row = PictureTools(
        actions["heat_map"],
        methods=[actions[f"method_{one}"] for one in HeatMethod],
        colours=[actions[f"colours_{one}"] for one in HeatColours],
        zooms=[actions[name] for name in ("zoom_out", "zoom_in", "fit", "actual_size")],
    )
    qtbot.addWidget(row)
    row.show_heat_options(
        opacity=70, colours=HeatColours.VIRIDIS, method=HeatMethod.GRAD_CAM_PLUS_PLUS, enabled=True
    )
    row.show_zoom(2.01)
    row.show()
    return row


def cut(tools: PictureTools) -> list[str]:
    """Name the buttons that are narrower than their words."""
    shown = [one for one in tools.findChildren(QToolButton) if one.isVisible()]
    return [one.text() for one in shown if one.width() < one.sizeHint().width() - 2]


@pytest.mark.parametrize("width", [300, 412, 560, 840, 1600])
def test_no_button_loses_its_words(tools: PictureTools, qtbot: QtBot, width: int) -> None:
    tools.resize(width, tools.sizeHint().height())
    qtbot.waitUntil(lambda: tools.width() == width)
    qtbot.waitUntil(lambda: not cut(tools))
    needed = {"Heat map", "Grad-CAM++ ", "+"}
    assert needed <= {one.text() for one in tools.findChildren(QToolButton) if one.isVisible()}


def test_the_opacity_is_there_as_soon_as_there_is_room(tools: PictureTools, qtbot: QtBot) -> None:
    (opacity,) = tools.findChildren(QSlider)

    def is_shown() -> bool:
        return opacity.isVisible()

    def is_left_out() -> bool:
        return not opacity.isVisible()

    for width, holds in ((412, is_left_out), (700, is_shown), (412, is_left_out)):
        tools.resize(width, tools.sizeHint().height())
        qtbot.waitUntil(holds)
