"""A real window with a stand-in engine, and the few things that tests do with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.application import make_application
from desktop.composition import App, compose
from desktop.engine.client import EngineRequest
from desktop.language.change import LanguageChange
from desktop.look.entries import EntryState
from desktop.shell.frame import Frame
from desktop.shell.settings import SettingsStore
from tests.desktop.fake_dialogs import FakeDialogs
from tests.desktop.fake_engine import FakeEngine


class Window:
    """The window, its engine and its user."""

    def __init__(
        self, bot: QtBot, *, engine: FakeEngine | None = None, settings: SettingsStore | None = None
    ) -> None:
        make_application()
        self.bot = bot
        self.engine = engine or FakeEngine(answers_at_once=True)
        self.dialogs = FakeDialogs()
        self.compose(Frame(settings or SettingsStore()), EngineRequest(Path("model")))
        self.frame.window.show()
        self.app.start()
        bot.waitUntil(lambda: bool(self.engine.clients))
        if self.engine.ready:
            bot.waitUntil(lambda: self.app.engine.status.ready is not None)

    def compose(self, frame: Frame, request: EngineRequest) -> App:
        """Put everything into a frame, at first or in another language."""
        self.frame = frame
        self.app = compose(
            frame,
            connect=self.engine.connect,
            request=request,
            make_dialogs=lambda _: self.dialogs,
        )
        change = LanguageChange(self.app, compose=self.compose)
        self.app.view.languages.wanted.connect(change.want)
        return self.app

    def open(self, paths: Sequence[Path]) -> None:
        """Open images by the action, and wait until they are listed."""
        before = len(self.app.session.images)
        self.dialogs.chosen_images = list(paths)
        self.trigger("open")
        self.bot.waitUntil(lambda: len(self.app.session.images) == before + len(paths))

    def settle(self) -> None:
        """Wait until everything asked for is on the screen."""
        self.bot.waitUntil(lambda: self.app.session.unfinished == 0 and self.app.presenter.settled)

    def states(self) -> list[EntryState]:
        """How far the analysis of each image is."""
        return [entry.state for entry in self.app.session.images]

    def trigger(self, name: str) -> None:
        """Choose an entry of the menus, which must be offered."""
        action = self.app.actions[name]
        assert action.isEnabled(), f"{name} is not offered"
        action.trigger()

    def close(self) -> None:
        """Close as a user does."""
        if isValid(self.frame.window):  # not closed before
            self.frame.window.close()
            self.frame.window.deleteLater()
