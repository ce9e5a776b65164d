"""Finds what is wanted of an atlas, outside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.atlas.browse import View
from desktop.atlas.words import Cell, cell_of, value_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.atlas import Atlas
    from core.atlas.browse import Facet, Filter
    from desktop.atlas.words import Order


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants to see.

    Parameters
    ----------
    filter : Filter
        Which items.
    order : Order
        How they follow each other.
    group : Facet, optional
        What stands together.
    """

    filter: Filter
    order: Order
    group: Facet | None


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of it.

    Parameters
    ----------
    view : View
        The items.
    headings : tuple of (str, int)
        Of its groups, with their sizes.
    cells : tuple of Cell
        Of the first screen.
    """

    view: View
    headings: tuple[tuple[str, int], ...]
    cells: tuple[Cell, ...]


def find(atlas: Atlas, wish: Wish, *, first: int) -> Found:
    """Find items, and what is known of so many of the first.

    Raises
    ------
    AtlasError
        If the atlas cannot be read.
    """
    view = atlas.browser.find(
        wish.filter, sort=wish.order.sort, descending=wish.order.descending, group=wish.group
    )
    described = atlas.description
    headings = tuple(
        (value_words(wish.group, one.value, described), one.items)
        for one in view.groups
        if wish.group is not None
    )
    return Found(view, headings, cells_of(atlas, view.page(0, count=first)))


def find_all(atlas: Atlas, *, first: int) -> Found:
    """Find all items in the order of the source, without counting anything: that takes longer.

    Raises
    ------
    AtlasError
        If the atlas cannot be read.
    """
    view = View(atlas.library.ids(), (), {})
    return Found(view, (), cells_of(atlas, view.page(0, count=first)))


def cells_of(atlas: Atlas, ids: Sequence[int]) -> tuple[Cell, ...]:
    """Fetch what is known of some items.

    Raises
    ------
    AtlasError
        If the atlas cannot be read.
    """
    return tuple(cell_of(item, atlas.description) for item in atlas.library.items(ids))
