"""Puts the place "Atlas" together when it is first entered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.atlas.commands import AtlasCommands
from desktop.shell.action_spec import Need
from desktop.shell.places import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.atlas.grid_model import GridModel
    from desktop.atlas.marking import Marking
    from desktop.atlas.pages import AtlasPages
    from desktop.atlas.place import AtlasPlace
    from desktop.atlas.presenter import AtlasPresenter
    from desktop.engine.bridge import EngineBridge
    from desktop.learning.marks import Marks
    from desktop.look.reading import Reading
    from desktop.look.state import LookState
    from desktop.shell.actions import Actions
    from desktop.shell.background import Background
    from desktop.shell.places import Places
    from desktop.similar.shelf import AtlasShelf

_FIRST: Final = ("choose_atlas", "build_atlas", "isic_atlas", "atlas_unpack", "starter_atlas")
_REMEDIES: Final = ("choose_atlas", "atlas_check", "build_atlas")
_WAYS: Final = (
    "atlas_large",
    "atlas_compare",
    "atlas_look",
    "atlas_collections",
    "choose_atlas",
    "build_atlas",
)


class AtlasPart(QObject):
    """Everything behind the place; a window in which nobody enters it has nothing of it.

    Parameters
    ----------
    places : Places
        Among which it stands.
    shelf : AtlasShelf
        Holds the atlas.
    marks : Marks
        What is marked in it.
    actions, engine, reading, state, background
        What it works with.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    facts_changed = Signal()
    """What makes sense now may have changed: see `facts`."""

    def __init__(
        self,
        places: Places,
        *,
        shelf: AtlasShelf,
        marks: Marks,
        actions: Actions,
        engine: EngineBridge,
        reading: Reading,
        state: LookState,
        background: Background,
    ) -> None:
        super().__init__(places)
        self.place: AtlasPlace | None = None
        self.presenter: AtlasPresenter | None = None
        self.model: GridModel | None = None
        self.pages: AtlasPages | None = None
        self.marking: Marking | None = None
        self.commands = AtlasCommands(self, shelf=shelf)
        self._shelf = shelf
        self._marks = marks
        self._actions = actions
        self._engine = engine
        self._reading = reading
        self._state = state
        self._background = background
        self.holder = QStackedWidget()
        places.add(Place.ATLAS, self.holder)
        places.changed.connect(self._entering)

    def facts(self) -> Need:
        """Tell what is there for actions to work on while the place is seen."""
        return Need.NOTHING if self.pages is None else self.pages.facts()

    def show_diagnoses(self, codes: Sequence[str]) -> None:
        """Show the images of some diagnoses, as soon as there is an atlas."""
        if self.pages is not None and self.presenter is not None:
            self.pages.leave()
            self.presenter.show_diagnoses(codes)

    def _entering(self, place: Place) -> None:
        if place is Place.ATLAS and self.place is None:
            self._furnish()

    def _furnish(self) -> None:
        from desktop.atlas.grid_model import GridModel
        from desktop.atlas.marked_items import MarkedItems
        from desktop.atlas.marking import Marking
        from desktop.atlas.model_says import ModelSays
        from desktop.atlas.pages import AtlasPages
        from desktop.atlas.place import AtlasPlace
        from desktop.atlas.presenter import AtlasPresenter

        self.model = GridModel(self)
        place = self.place = AtlasPlace(
            self.model,
            first=[self._actions[name] for name in _FIRST],
            remedies=[self._actions[name] for name in _REMEDIES],
            ways=[self._actions[name] for name in _WAYS],
        )
        self.holder.addWidget(place)
        items = MarkedItems(self._marks, self._background, self)
        presenter = self.presenter = AtlasPresenter(
            place,
            model=self.model,
            shelf=self._shelf,
            marked=items,
            background=self._background,
        )
        self.pages = AtlasPages(
            place,
            presenter=presenter,
            model=self.model,
            actions=self._actions,
            make_says=partial(
                ModelSays,
                engine=self._engine,
                reading=self._reading,
                state=self._state,
                background=self._background,
            ),
            state=self._state,
            background=self._background,
        )
        self.marking = Marking(
            place,
            presenter=presenter,
            model=self.model,
            pages=self.pages,
            items=items,
            marks=self._marks,
            actions=self._actions,
        )
        self.pages.facts_changed.connect(self.facts_changed)
        presenter.said.connect(self.said)
        self.marking.said.connect(self.said)
        presenter.facts_changed.connect(self.facts_changed)
        presenter.refresh()
