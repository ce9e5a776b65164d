"""Which items of the atlas that is seen are favourites, or in a collection."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.shell.background import named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.atlas import Atlas
    from core.learning.collecting.marked import Collected, Marked
    from core.learning.store.records import Collection
    from desktop.learning.marks import Marks
    from desktop.shell.background import Background

FAVOURITES: Final = "favourites"
"""Stands where else the identifier of a collection does."""


@dataclass(frozen=True, slots=True)
class CollectedItems:
    """A collection, as far as the atlas has its images.

    Parameters
    ----------
    collection : Collection
        Which.
    ids : frozenset of int
        Its items in this atlas.
    elsewhere : int
        How many of its images this atlas has not.
    """

    collection: Collection
    ids: frozenset[int]
    elsewhere: int


Found = tuple[frozenset[int], tuple[CollectedItems, ...]]
"""Favourites and collections."""


class MarkedItems(QObject):
    """Finds what is marked in the atlas that is seen; what comes too late is dropped.

    Parameters
    ----------
    marks : Marks
        What is marked.
    background : Background
        Where it is found.
    parent : QObject, optional
        As for any QObject.

    Attributes
    ----------
    favourites : frozenset of int
        Items.
    collections : tuple of CollectedItems
        By name.
    """

    changed = Signal()

    def __init__(self, marks: Marks, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.favourites: frozenset[int] = frozenset()
        self.collections: tuple[CollectedItems, ...] = ()
        self._marks = marks
        self._background = background
        self._atlas: Atlas | None = None
        self._wanted = False
        self._wish = self._answered = 0
        marks.changed.connect(self._find)

    @property
    def settled(self) -> bool:
        """Whether all is known."""
        return self._wish == self._answered and not self._marks.busy

    def use(self, atlas: Atlas) -> None:
        """Have another atlas; nothing of it is known to be marked before it is wanted."""
        self._atlas, self._wanted = atlas, False
        self._take((frozenset(), ()))

    def want(self) -> None:
        """Find what is marked in the atlas, unless that was done already."""
        if self._wanted:
            return
        self._wanted = True
        if self._marks.marked is None:
            self._marks.want()
        else:
            self._find()

    def among(self, keys: Iterable[str]) -> frozenset[int] | None:
        """Return the items that are in any of these; None where none is named that is there."""
        known = {one.collection.id: one.ids for one in self.collections}
        known[FAVOURITES] = self.favourites
        found = [known[key] for key in keys if key in known]
        return frozenset().union(*found) if found else None

    def _find(self) -> None:
        marked = self._marks.marked
        if self._atlas is None or marked is None or not self._wanted:
            return
        self._wish += 1
        self._background.run(
            partial(_found, self._atlas, marked),
            done=partial(self._came, self._wish),
            failed=partial(self._failed, self._wish),
        )

    def _came(self, wish: int, found: Found) -> None:
        if wish == self._wish:
            self._answered = wish
            self._take(found)

    def _failed(self, wish: int, error: Exception) -> None:
        """Leave it to the grid to tell of an atlas that cannot be read."""
        error = named(error)
        if wish == self._wish:
            self._answered = wish

    def _take(self, found: Found) -> None:
        self.favourites, self.collections = found
        self.changed.emit()


def _found(atlas: Atlas, marked: Marked) -> Found:
    """In a background thread."""
    from core.learning.collecting.images import marked_in

    favourites = marked_in(atlas, marked.favourites) if marked.favourites else frozenset()
    return favourites, tuple(_collected(atlas, one) for one in marked.collections)


def _collected(atlas: Atlas, one: Collected) -> CollectedItems:
    found = atlas.ids_of(mark.sha256 for mark in one.images)
    ids = frozenset(number for numbers in found.values() for number in numbers)
    return CollectedItems(one.collection, ids, len(one.images) - len(found))
