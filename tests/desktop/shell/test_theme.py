from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from desktop.application import make_application
from desktop.shell.theme import DARK, LIGHT, Theme, ThemeSwitch
from desktop.shell.wishes import ThemeChoice


def luminance(colour: str) -> float:
    """Relative luminance as in WCAG 2.2."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    rgb = QColor(colour)
    red, green, blue = (linear(share) for share in (rgb.redF(), rgb.greenF(), rgb.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(theme: Theme) -> None:
    grounds = (theme.ground, theme.surface, theme.canvas, theme.selected, theme.notice)
    for ground in grounds:
        assert contrast(theme.text, ground) >= 4.5
    for ground in grounds[:4]:
        assert contrast(theme.quiet, ground) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_and_handles_can_be_seen(theme: Theme) -> None:
    assert contrast(theme.accent, theme.surface) >= 3
    assert contrast(theme.accent, theme.track) >= 3
    assert contrast(theme.handle, theme.surface) >= 3


def test_the_system_is_followed(qtbot: QtBot) -> None:
    make_application()
    dark = False
    switch = ThemeSwitch(ThemeChoice.SYSTEM, is_dark=lambda: dark)
    seen = [switch.theme]
    dark = True  # no platform plugin of the tests can be told so
    with qtbot.waitSignal(switch.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    seen.append(switch.theme)
    assert seen == [LIGHT, DARK]
    switch.choose(ThemeChoice.LIGHT)


def test_the_choice_reaches_all_widgets(qtbot: QtBot) -> None:
    application = make_application()
    switch = ThemeSwitch(ThemeChoice.LIGHT)
    with qtbot.waitSignal(switch.changed):
        switch.choose(ThemeChoice.DARK)
    assert application.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    switch.choose(ThemeChoice.LIGHT)
    assert application.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.ground)
