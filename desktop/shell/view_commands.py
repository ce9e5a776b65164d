"""What the actions do that show or hide a part of the window, find a command or speak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.language.commands import LanguageCommands
from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from desktop.shell.actions import Actions, Handler
    from desktop.shell.settings import SettingsStore
    from desktop.shell.window import MainWindow


class ViewCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    actions : Actions
        All of them, to be found by their names.
    window : MainWindow
        The window.
    settings : SettingsStore
        What is remembered.

    Attributes
    ----------
    languages : LanguageCommands
        Those that choose a language.
    """

    filmstrip_wanted = Signal(bool)
    """Whether the filmstrip shall be seen."""

    def __init__(self, actions: Actions, *, window: MainWindow, settings: SettingsStore) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        self._settings = settings
        self.languages = LanguageCommands(settings, self)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return {
            "filmstrip": self._show_filmstrip,
            "body_map": self._remember_body_map,
            **deaf({"find_command": self._find_command}),
            **self.languages.handlers(),
        }

    def _show_filmstrip(self, visible: bool) -> None:  # noqa: FBT001  # a handler of an action
        self._settings.change(filmstrip=visible)
        self.filmstrip_wanted.emit(visible)

    def _remember_body_map(self, visible: bool) -> None:  # noqa: FBT001  # a handler of an action
        self._settings.change(body_map=visible)

    def _find_command(self) -> None:
        from desktop.palette.dialog import open_palette

        open_palette(self._actions, self._window)
