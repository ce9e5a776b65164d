"""The tour through the place "Progress": nobody, nothing, and what answers say."""

from __future__ import annotations

from collections.abc import Iterator

from core.learning.store.address import default_file
from tests.desktop.progress.learned import learn
from tests.desktop.windows import Window


def progress(window: Window) -> Iterator[str]:
    """Show the place as it is for a new user, and later."""
    profiles, desk = window.app.profiles, window.app.learning
    window.trigger("place_progress")
    window.bot.waitUntil(lambda: profiles.known and not desk.busy)
    if profiles.current is None:
        yield "nobody learns yet"
        profiles.add("Anna")
        window.bot.waitUntil(lambda: profiles.current is not None and not desk.busy)
    place, presenter = window.app.progress.place, window.app.progress.presenter
    assert place is not None
    assert presenter is not None
    window.bot.waitUntil(lambda: presenter.settled)  # it is shown in portions
    yield "nothing answered yet"
    assert profiles.current is not None
    learn(default_file(), profiles.current.name)
    profiles.reread()
    window.bot.waitUntil(lambda: place.telling and presenter.settled)
    yield "what answers say"
