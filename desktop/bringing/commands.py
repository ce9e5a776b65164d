"""What the actions about bringing images in do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.bringing.building import AtlasBuilding
from desktop.bringing.checking import Checking
from desktop.bringing.errand import Errands
from desktop.bringing.found import Found
from desktop.bringing.isic import IsicFetching
from desktop.language.words import tr
from desktop.shell.actions import deaf
from desktop.shell.places import Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.engine.bridge import EngineBridge
    from desktop.shell.actions import Handler
    from desktop.shell.background import Background
    from desktop.shell.dialogs import Dialogs
    from desktop.shell.settings import SettingsStore
    from desktop.similar.shelf import AtlasShelf


class BringingCommands(QObject):
    """The handlers of these actions, and what they share.

    Parameters
    ----------
    window : QWidget
        Owns the dialogs.
    shelf : AtlasShelf
        Holds the atlas.
    engine, background, settings, dialogs
        What they work with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    mentioned = Signal(str)
    """A sentence from which nothing follows."""

    def __init__(
        self,
        window: QWidget,
        *,
        shelf: AtlasShelf,
        engine: EngineBridge,
        background: Background,
        settings: SettingsStore,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(window)
        self.errands = Errands(window)
        self.found = Found(window, shelf=shelf, background=background, dialogs=dialogs)
        self.building = AtlasBuilding(
            window,
            errands=self.errands,
            found=self.found,
            shelf=shelf,
            engine=engine,
            background=background,
            settings=settings,
            dialogs=dialogs,
        )
        self.checking = Checking(window, shelf=shelf, found=self.found, dialogs=dialogs)
        self.isic = IsicFetching(window, errands=self.errands, settings=settings, dialogs=dialogs)
        self.isic.fetched.connect(self._bring_in)
        self._place = Place.LOOK
        self._reminded = False
        for one in (self.errands, self.found, self.building, self.checking, self.isic):
            one.said.connect(self.said)
        for one in (self.found, self.checking):
            one.mentioned.connect(self.mentioned)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf(
            {
                "build_atlas": self.building.ask,
                "isic_atlas": self.isic.ask,
                "starter_atlas": self.building.draw_starter,
                "atlas_found": self.found.ask,
                "atlas_check": self.checking.ask,
            }
        )

    def remind(self, place: Place) -> None:
        """Say once, when the atlas is entered, that another was not finished."""
        self._place = place
        wish = self.building.unfinished
        if place is not Place.ATLAS or self._reminded or wish is None or self.errands.busy:
            return
        self._reminded = True
        self.mentioned.emit(
            tr(
                "An atlas of {name} is not finished. Atlas > Build an atlas goes on with it.",
                name=wish.data.name,
            )
        )

    def _bring_in(self, folder: Path) -> None:
        """Ask how what was fetched is to be brought in, unless the user does something else."""
        self.building.propose(folder)
        self._reminded = True
        if self._place is Place.ATLAS and QApplication.activeModalWidget() is None:
            self.building.ask()

    def close(self) -> None:
        """End what runs, without a word."""
        self.errands.close()
        self.isic.close()
        self.checking.close()
