"""What the actions about similar images do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.language.words import tr
from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.actions import Handler
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore
    from desktop.similar.shelf import AtlasShelf


class SimilarCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    window : QWidget
        Owns them.
    shelf : AtlasShelf
        Holds the atlas.
    settings : SettingsStore
        Remembers whether the part is open.
    dialogs : Dialogs
        Asks the user.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        shelf: AtlasShelf,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self._shelf = shelf
        self._settings = settings
        self._dialogs = dialogs

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return {"similar": self._remember, **deaf({"choose_atlas": self.ask_for_atlas})}

    def ask_for_atlas(self) -> None:
        """Ask for the folder of an atlas, and use it."""
        folder = self._dialogs.folder(
            tr("Choose the folder of an atlas"), self._settings.current.atlas
        )
        if folder is not None:
            self._shelf.choose(folder)

    def _remember(self, shown: bool) -> None:  # noqa: FBT001  # a handler of an action
        self._settings.change(similar=shown)
