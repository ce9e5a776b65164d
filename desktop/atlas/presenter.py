"""Carries what is wanted of an atlas, and what is found, between the place and the atlas."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QObject, Signal

from core.atlas.browse import Facet, Sort
from core.wording import all_of
from desktop.atlas.filler import Filler
from desktop.atlas.filter_bar import Several
from desktop.atlas.finding import Found, Wish, find, find_all
from desktop.atlas.words import OPENING, Order, about_words, shown_words, title_words, value_words
from desktop.language.words import tr
from desktop.shell.background import named
from desktop.similar.shelf import ShelfState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.atlas import Atlas
    from desktop.atlas.grid_model import GridModel
    from desktop.atlas.marked_items import MarkedItems
    from desktop.atlas.place import AtlasPlace
    from desktop.shell.background import Background
    from desktop.similar.shelf import AtlasShelf


class AtlasPresenter(QObject):
    """Keeps the place in step with the atlas; an answer that comes too late is dropped.

    Parameters
    ----------
    place : AtlasPlace
        What is seen.
    model : GridModel
        What the grid shows.
    shelf : AtlasShelf
        Holds the atlas, the same as for similar images.
    marked : MarkedItems
        What can be chosen by besides what the atlas says.
    background : Background
        Where is searched.

    Attributes
    ----------
    atlas : Atlas or None
        That is shown.
    """

    said = Signal(str)
    """A sentence that the user should read."""
    facts_changed = Signal()

    def __init__(
        self,
        place: AtlasPlace,
        *,
        model: GridModel,
        shelf: AtlasShelf,
        marked: MarkedItems,
        background: Background,
    ) -> None:
        super().__init__(place)
        self.atlas: Atlas | None = None
        self.filler = Filler(model, place.view, background)
        self._place = place
        self._model = model
        self._shelf = shelf
        self._marked = marked
        self._background = background
        self._wish = self._answered = 0
        self._diagnoses: tuple[str, ...] = ()
        shelf.changed.connect(self.refresh)
        place.filter_bar.changed.connect(self.search)
        place.everything_wanted.connect(place.filter_bar.clear)
        place.view.chosen_changed.connect(self._count)

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is on the screen."""
        opening = self._shelf.state is ShelfState.OPENING
        there = self._wish == self._answered and self._marked.settled
        return there and self.filler.settled and not opening

    def refresh(self) -> None:
        """Show the atlas, or how it stands with it."""
        match self._shelf.state:
            case ShelfState.EMPTY:
                self._place.invite()
            case ShelfState.CLOSED:
                self._shelf.want()
            case ShelfState.OPENING:
                self._place.show_message(tr(OPENING))
            case ShelfState.FAILED if self._shelf.error is not None:
                title = tr("The atlas cannot be opened")
                self._place.show_message(title, self._shelf.error.message, broken=True)
            case ShelfState.OPEN if self._shelf.atlas is not self.atlas:
                self._adopt()
        self.facts_changed.emit()

    def search(self) -> None:
        """Find what is wanted now."""
        if self.atlas is None:
            return
        self._wish += 1
        self._background.run(
            partial(find, self.atlas, self._wanted(), first=self._place.view.a_screen),
            done=partial(self._came, self._wish),
            failed=partial(self._failed, self._wish),
        )

    def show_diagnoses(self, codes: Sequence[str]) -> None:
        """Show the images of some diagnoses and no others, as soon as there is an atlas."""
        self._diagnoses = tuple(codes)
        if self.atlas is not None:
            self._narrow()

    def _narrow(self) -> None:
        if self.atlas is None or not self._diagnoses:
            return
        described = self.atlas.description
        named = [value_words(Facet.DIAGNOSIS, one, described) for one in self._diagnoses]
        several = Several(frozenset(self._diagnoses), all_of(named))
        self._diagnoses = ()
        self._place.filter_bar.want_diagnoses(several)

    def _adopt(self) -> None:
        atlas = self.atlas = self._shelf.atlas
        if atlas is None:
            return
        self._model.show(None)
        self._model.forget()
        self.filler.use(atlas)
        described = atlas.description
        self._place.show_atlas(title_words(described), about_words(described))
        self._place.filter_bar.clear(quietly=True)
        self._marked.use(atlas)
        self._wish += 1
        self._background.run(
            partial(find_all, atlas, first=self._place.view.a_screen),
            done=partial(self._came_at_once, self._wish),
            failed=partial(self._failed, self._wish),
        )

    def _came_at_once(self, wish: int, found: Found) -> None:
        """Show the first screen, before it is known what can be chosen by."""
        if wish == self._wish:
            self._show(found)
            self.search()
            self._narrow()

    def _wanted(self) -> Wish:
        bar = self._place.filter_bar
        order, group = bar.sort.value, bar.group.value
        return Wish(
            replace(bar.filter, only=self._marked.among(bar.marks.chosen)),
            order if isinstance(order, Order) else Order(Sort.SOURCE),
            group if isinstance(group, Facet) else None,
        )

    def _came(self, wish: int, found: Found) -> None:
        if wish != self._wish or self.atlas is None:
            return
        self._answered = wish
        self._place.filter_bar.offer(found.view.counts, self.atlas.description)
        shown = self._model.view
        same = shown is not None and np.array_equal(shown.ids, found.view.ids)
        if not same or self._place.view.headings != found.headings:
            self._show(found)
        self._marked.want()  # now that the first screen is seen: a store may have to be opened

    def _show(self, found: Found) -> None:
        view, place = self._place.view, self._place
        current = view.currentIndex()
        number = self._model.id_at(current.row()) if current.isValid() else None
        self._model.show(found.view, found.cells)
        view.show_sections(found.headings)
        place.show_grid(empty=not len(found.view))
        self._return_to(number)
        self._count()
        self.filler.fill()

    def _return_to(self, number: int | None) -> None:
        """Have the item that was current be so again, if it is still there; else the first."""
        row = None if number is None else self._model.row_of(number)
        index = self._model.index(row or 0)
        flags = QItemSelectionModel.SelectionFlag
        self._place.view.selectionModel().setCurrentIndex(index, flags.NoUpdate)

    def _failed(self, wish: int, error: Exception) -> None:
        error = named(error)
        if wish == self._wish:
            self._answered = wish
            self._place.show_message(tr("The atlas cannot be read"), error.message, broken=True)

    def _count(self) -> None:
        if self.atlas is None:
            return
        total, chosen = self.atlas.description.images, self._place.view.chosen_count
        self._place.shown.setText(shown_words(len(self._model), total, chosen))
        self.facts_changed.emit()
