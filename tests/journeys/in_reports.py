"""What journeys do with the preview of a report."""

from __future__ import annotations

from desktop.report.preview import Preview
from tests.desktop.windows import Window
from tests.journeys.in_cases import FIRST, enter, settle, titles


def choose(window: Window, title: str = FIRST) -> None:
    """Open a patient's page at a lesion."""
    place = enter(window)
    place.browser.view.opened.emit(place.browser.lesions[titles(place).index(title)])
    settle(window)


def shown(window: Window) -> Preview:
    window.bot.waitUntil(lambda: window.app.reports.preview is not None)
    preview = window.app.reports.preview
    assert preview is not None
    window.bot.waitUntil(lambda: preview.settled)
    return preview
