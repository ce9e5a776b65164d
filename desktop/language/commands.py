"""What the actions do that choose a language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.language.choice import language_of
from desktop.shell.actions import deaf
from desktop.shell.wishes import LanguageWish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.shell.actions import Handler
    from desktop.shell.settings import SettingsStore


class LanguageCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    settings : SettingsStore
        Remembers the choice.
    parent : QObject
        As for any QObject.
    """

    wanted = Signal(object)
    """Language that the user chose, which the window may speak already."""

    def __init__(self, settings: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf({f"language_{wish}": partial(self._choose, wish) for wish in LanguageWish})

    def _choose(self, wish: LanguageWish) -> None:
        self._settings.change(language=wish)
        self.wanted.emit(language_of(wish))
