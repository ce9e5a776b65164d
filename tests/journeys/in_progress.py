"""What journeys do in the place Progress."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop.progress.place import ProgressPlace
from desktop.progress.presenter import ProgressPresenter
from tests.desktop.windows import Window


class Seeing:
    """The place, and what is done in it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        part = window.app.progress
        assert part.place is not None
        assert part.presenter is not None
        self.place: ProgressPlace = part.place
        self.presenter: ProgressPresenter = part.presenter
        self.settle()

    def settle(self) -> None:
        app = self.window.app
        self.window.bot.waitUntil(lambda: app.profiles.known)
        self.window.bot.waitUntil(lambda: self.presenter.settled)

    @property
    def words(self) -> str:
        """All that is read of the figures, or instead of them."""
        if not self.place.telling:
            return self.place.message.words
        labels = self.place.sheet.findChildren(QLabel)
        shown = [one.text() for one in labels if one.isVisibleTo(self.place)]
        return "\n".join(shown).replace("\u00a0", " ")

    def choose(self, name: str) -> None:
        profiles = self.window.app.profiles
        (wanted,) = [one for one in profiles.everybody if one.name == name]
        self.place.chooser.list.choose(wanted.id)
        self.settle()


def enter(window: Window) -> Seeing:
    window.trigger("place_progress")
    return Seeing(window)
