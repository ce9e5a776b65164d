"""What the actions about the atlas do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.shell.actions import deaf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desktop.atlas.part import AtlasPart
    from desktop.shell.actions import Handler
    from desktop.similar.shelf import AtlasShelf


class AtlasCommands(QObject):
    """The handlers of these actions.

    Parameters
    ----------
    part : AtlasPart
        The place.
    shelf : AtlasShelf
        Takes another atlas.
    """

    images_wanted = Signal(object)
    """Paths of images that the user wants to look at with the model."""

    quiz_wanted = Signal(object)
    """Numbers of the items that the user wants to be asked about."""

    def __init__(self, part: AtlasPart, *, shelf: AtlasShelf) -> None:
        super().__init__(part)
        self._part = part
        self._shelf = shelf

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return {
            "atlas_model": self._ask_model,
            "atlas_favourite": self._set_favourite,
            **deaf(
                {
                    "atlas_large": lambda: self._do("open_chosen"),
                    "atlas_compare": lambda: self._do("compare"),
                    "atlas_back": lambda: self._do("back"),
                    "atlas_look": self._look,
                    "atlas_collections": self._collect,
                    "atlas_quiz": self._ask_about,
                }
            ),
        }

    def take(self, paths: Sequence[Path]) -> bool:
        """Open an atlas that was dropped; whether it was one."""
        from core.atlas.description import FILE

        if len(paths) != 1 or not (paths[0] / FILE).exists():
            return False
        self._shelf.choose(paths[0])
        return True

    def _do(self, name: str) -> None:
        if self._part.pages is not None:
            getattr(self._part.pages, name)()

    def _ask_model(self, wanted: bool) -> None:  # noqa: FBT001  # a handler of an action
        if self._part.pages is not None:
            self._part.pages.ask_model(wanted=wanted)

    def _set_favourite(self, wanted: bool) -> None:  # noqa: FBT001  # a handler of an action
        if self._part.marking is not None:
            self._part.marking.set_favourite(wanted=wanted)

    def _collect(self) -> None:
        if self._part.marking is not None:
            self._part.marking.collect()

    def _look(self) -> None:
        if self._part.pages is not None:
            self.images_wanted.emit(self._part.pages.paths())

    def _ask_about(self) -> None:
        if self._part.pages is not None:
            self.quiz_wanted.emit(self._part.pages.numbers())
