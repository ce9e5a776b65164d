"""Marks images of the atlas as the user wants, and shows what is marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.atlas.mark_choice import MarkEntry
from desktop.atlas.marked_items import FAVOURITES
from desktop.language.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from core.atlas import Atlas
    from core.learning.store.records import ImageMark
    from desktop.atlas.collecting import Collecting
    from desktop.atlas.grid_model import GridModel
    from desktop.atlas.marked_items import MarkedItems
    from desktop.atlas.pages import AtlasPages
    from desktop.atlas.place import AtlasPlace
    from desktop.atlas.presenter import AtlasPresenter
    from desktop.learning.marks import Marks
    from desktop.shell.actions import Actions


class Marking(QObject):
    """Keeps stars, filter and action in step with what is marked.

    Parameters
    ----------
    place : AtlasPlace
        Where it is seen.
    presenter : AtlasPresenter
        Knows the atlas, and searches anew.
    model : GridModel
        Shows the stars.
    pages : AtlasPages
        Knows which images are chosen.
    items : MarkedItems
        What is marked in this atlas.
    marks : Marks
        Keeps it.
    actions : Actions
        One says whether all that is chosen are favourites.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self,
        place: AtlasPlace,
        *,
        presenter: AtlasPresenter,
        model: GridModel,
        pages: AtlasPages,
        items: MarkedItems,
        marks: Marks,
        actions: Actions,
    ) -> None:
        super().__init__(place)
        self._place = place
        self._presenter = presenter
        self._model = model
        self._pages = pages
        self.items = items
        self._marks = marks
        self._actions = actions
        self._narrowed = False
        self.collecting: Collecting | None = None
        items.changed.connect(self._show)
        place.view.starred.connect(self._toggle)
        pages.facts_changed.connect(self._tick)
        presenter.facts_changed.connect(self._tick)
        marks.said.connect(self._refused)
        self._show()

    def set_favourite(self, *, wanted: bool) -> None:
        """Have all that is chosen be favourites, or be so no more."""
        self._set(self._pages.numbers(), wanted=wanted)

    def collect(self) -> None:
        """Ask into which collections what is chosen is to be put."""
        from desktop.atlas.collecting import Collecting

        if self._presenter.atlas is None:
            return
        self.collecting = Collecting(
            self._place,
            atlas=self._presenter.atlas,
            numbers=self._pages.numbers(),
            items=self.items,
            marks=self._marks,
        )
        self.collecting.dialog.finished.connect(self._end_collecting)

    def _end_collecting(self) -> None:
        collecting, self.collecting = self.collecting, None
        if collecting is not None:
            collecting.dialog.deleteLater()
            collecting.deleteLater()

    def _refused(self, words: str) -> None:
        """Tell of it where no dialog does, and tick again what is so."""
        if self.collecting is None:
            self.said.emit(words)
        self._tick()

    def _toggle(self, row: int) -> None:
        number = self._model.id_at(row)
        self._set([number], wanted=number not in self.items.favourites)

    def _set(self, numbers: Sequence[int], *, wanted: bool) -> None:
        if self._presenter.atlas is not None and numbers:
            find = marks_finder(self._presenter.atlas, numbers)
            self._marks.set_favourites(find, wanted=wanted)

    def _show(self) -> None:
        """Show the stars, and what can be chosen by; a filter by what has changed finds anew."""
        self._model.show_favourites(self.items.favourites)
        box = self._place.filter_bar.marks
        box.offer(self._entries())
        self._tick()
        if box.chosen or self._narrowed:
            self._presenter.search()
        self._narrowed = bool(box.chosen)

    def _entries(self) -> Iterator[MarkEntry]:
        favourites = len(self.items.favourites)
        if favourites or FAVOURITES in self._place.filter_bar.marks.chosen:
            yield MarkEntry(FAVOURITES, tr("Favourites"), favourites)
        for one in self.items.collections:
            yield MarkEntry(one.collection.id, one.collection.name, len(one.ids))

    def _tick(self) -> None:
        """Say whether all that is chosen are favourites."""
        favourites, pages = self.items.favourites, self._pages
        # To list a hundred thousand that were chosen would take longer than anybody may wait.
        all_are = 0 < pages.count <= len(favourites) and favourites.issuperset(pages.numbers())
        self._actions.check("atlas_favourite", checked=all_are)


def marks_finder(atlas: Atlas, numbers: Sequence[int]) -> Callable[[], list[ImageMark]]:
    """Return what marks items of an atlas, to be called outside the GUI thread."""
    from core.learning.collecting.images import marks_of

    return partial(marks_of, atlas, list(numbers))
