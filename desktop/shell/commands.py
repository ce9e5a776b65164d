"""What the actions do that belong to no place: the window, the model, help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.language.words import tr
from desktop.shell.action_table import ACTIONS
from desktop.shell.actions import deaf, translated
from desktop.shell.settings import SettingsStore
from desktop.shell.wishes import DeviceWish, ThemeChoice

if TYPE_CHECKING:
    from desktop.engine.bridge import EngineBridge
    from desktop.shell.actions import Handler
    from desktop.shell.theme import ThemeSwitch
    from desktop.shell.window import MainWindow


class ShellCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    window : MainWindow
        The window.
    engine, settings, theme
        What they act on.
    """

    def __init__(
        self,
        window: MainWindow,
        *,
        engine: EngineBridge,
        settings: SettingsStore,
        theme: ThemeSwitch,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._settings = settings
        self._theme = theme

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        plain: dict[str, Callable[[], None]] = {
            "quit": self._quit,
            "restart_engine": lambda: self._engine.restart(self._engine.request),
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
            "model_card": self._show_card,
            **{f"theme_{theme}": partial(self._set_theme, theme) for theme in ThemeChoice},
            **{f"device_{device}": partial(self._set_device, device) for device in DeviceWish},
        }
        return {"full_screen": self._window.set_full_screen, **deaf(plain)}

    def _quit(self) -> None:
        self._window.close()

    def _set_theme(self, theme: ThemeChoice) -> None:
        self._settings.change(theme=theme)
        self._theme.choose(theme)

    def _set_device(self, device: DeviceWish) -> None:
        self._settings.change(device=device)
        self._engine.restart(replace(self._engine.request, device=str(device)))

    def _show_shortcuts(self) -> None:
        from desktop.policy.table import hidden_actions
        from desktop.shell.about import Page, shortcuts_html

        hidden = hidden_actions(self._settings.policy)
        shown = (translated(spec) for spec in ACTIONS if spec.id not in hidden)
        Page(tr("Keyboard shortcuts"), shortcuts_html(shown), self._window).open()

    def _show_card(self) -> None:
        from desktop.shell.card_dialog import open_card

        ready = self._engine.status.ready
        if ready is not None:
            open_card(ready, self._window)

    def _show_about(self) -> None:
        from desktop.shell.about import Page, about_html

        Page(
            tr("About Lentigo"),
            about_html(self._engine.status, self._settings.policy),
            self._window,
        ).open()
