"""Puts the window together: the one file that knows all parts, and does nothing with them."""

from __future__ import annotations

from collections.abc import Callable

from desktop.engine.bridge import EngineBridge
from desktop.engine.client import Connect, EngineRequest
from desktop.look.commands import LookCommands
from desktop.look.export import Exporter
from desktop.look.intake import Intake
from desktop.look.pictures import PictureStore
from desktop.look.place import LookPlace
from desktop.look.presenter import LookPresenter
from desktop.look.session import Session
from desktop.look.state import LookState
from desktop.shell.action_table import ACTIONS
from desktop.shell.actions import Actions
from desktop.shell.background import Background
from desktop.shell.commands import ShellCommands
from desktop.shell.dialogs import Dialogs
from desktop.shell.notices import Notices
from desktop.shell.settings import SettingsStore
from desktop.shell.theme import ThemeSwitch
from desktop.shell.window import MainWindow


class App:
    """The window and everything behind it; making it starts nothing.

    Parameters
    ----------
    connect : Connect
        Makes the engine's client.
    request : EngineRequest
        Which model, on what.
    settings : SettingsStore
        What the window remembers.
    make_dialogs : callable, optional
        Makes what asks the user, for the window.
    """

    def __init__(
        self,
        *,
        connect: Connect,
        request: EngineRequest,
        settings: SettingsStore,
        make_dialogs: Callable[[MainWindow], Dialogs] = Dialogs,
    ) -> None:
        self.settings = settings
        self.window = MainWindow()
        self.theme = ThemeSwitch(settings.current.theme, self.window)
        self.background = Background(self.window)
        self.engine = EngineBridge(connect, request, self.window)
        pictures = PictureStore(self.background, parent=self.window)
        self.session = Session(self.engine, pictures, self.background, self.window)
        self.state = LookState(settings, self.window)
        self.intake = Intake(self.background, self.window)
        self.exporter = Exporter(self.background, self.window)
        dialogs = make_dialogs(self.window)
        self._make_place(dialogs)
        self._remember()

    def start(self) -> None:
        """Start the engine: once the window is shown."""
        self.engine.start()

    def close(self) -> None:
        """Remember what is to be remembered; end threads and the inference process."""
        self.settings.change(geometry=self.window.geometry_state(), panes=self.place.panes_state())
        self.window.hide()  # ending a process may take a moment
        self.background.close()
        self.engine.close()

    def _make_place(self, dialogs: Dialogs) -> None:
        self.actions = Actions(ACTIONS, self.window)
        self.place = LookPlace(self.session.images, self.actions)
        self.window.fill(self.actions, self.place)
        self.presenter = LookPresenter(
            self.place,
            session=self.session,
            state=self.state,
            engine=self.engine,
            background=self.background,
        )
        self.notices = Notices(self.window.notice, actions=self.actions, engine=self.engine)
        self._bind(dialogs)
        self._wire()

    def _bind(self, dialogs: Dialogs) -> None:
        look = LookCommands(
            place=self.place,
            presenter=self.presenter,
            session=self.session,
            state=self.state,
            intake=self.intake,
            exporter=self.exporter,
            settings=self.settings,
            dialogs=dialogs,
        )
        shell = ShellCommands(
            self.window,
            engine=self.engine,
            settings=self.settings,
            theme=self.theme,
            dialogs=dialogs,
        )
        self.actions.bind(
            {**look.handlers(), **shell.handlers(), "filmstrip": self._show_filmstrip}
        )

    def _wire(self) -> None:
        self.place.strip.cancelled.connect(self.session.cancel_all)
        self.place.panel.action_wanted.connect(lambda name: self.actions[name].trigger())
        self.presenter.facts_changed.connect(lambda: self.actions.enable(self.presenter.facts()))
        self.window.dropped.connect(self.intake.take)
        self.window.closing.connect(self.close)
        for signal in (self.intake.refused, self.exporter.said, self.exporter.failed):
            signal.connect(self.notices.tell)
        self.engine.status_changed.connect(self.window.status.show_engine)
        self.engine.status_changed.connect(self.session.use_model)

    def _remember(self) -> None:
        """Show the settings as they were left."""
        current = self.settings.current
        for group, value in (
            ("colours", current.heat_colours),
            ("theme", current.theme),
            ("device", current.device),
        ):
            self.actions.check(f"{group}_{value}")
        self.actions.check("heat_map", checked=current.heat_visible)
        self.actions.check("filmstrip", checked=current.filmstrip)
        self.place.strip.setVisible(current.filmstrip)
        self.place.restore_panes(current.panes)
        self.window.restore(current.geometry)
        self.window.status.show_engine(self.engine.status)
        self.actions.enable(self.presenter.facts())

    def _show_filmstrip(self, visible: bool) -> None:  # noqa: FBT001  # a handler of an action
        self.settings.change(filmstrip=visible)
        self.place.strip.setVisible(visible)
