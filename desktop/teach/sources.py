"""What of an atlas can be packed: what is chosen, what is marked, and what is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.language.words import count, tr
from desktop.look.words import images_words

if TYPE_CHECKING:
    from desktop.atlas.part import AtlasPart


@dataclass(frozen=True, slots=True)
class PackSource:
    """Images that can be packed.

    Parameters
    ----------
    words : str
        What the user reads of them.
    name : str
        That is proposed for the package.
    ids : tuple of int
        Items of the atlas.
    """

    words: str
    name: str
    ids: tuple[int, ...]


def sources_of(part: AtlasPart) -> tuple[PackSource, ...]:
    """Return what can be packed now; what was probably meant comes first."""
    return tuple(one for one in _sources(part) if one.ids)


def _sources(part: AtlasPart) -> Iterator[PackSource]:
    if part.pages is None or part.marking is None or part.model is None:
        return
    chosen = tuple(part.pages.numbers())
    words = count("The chosen image", "The {n:,} chosen images", n=len(chosen))
    yield PackSource(words, "", chosen)
    items = part.marking.items
    for one in items.collections:
        name = one.collection.name
        yield PackSource(_named(name, len(one.ids)), name, tuple(sorted(one.ids)))
    favourites = tuple(sorted(items.favourites))
    yield PackSource(_named(tr("Favourites"), len(favourites)), "", favourites)
    view = part.model.view
    shown = () if view is None else tuple(view.ids.tolist())
    yield PackSource(_named(tr("All that the grid shows"), len(shown)), "", shown)


def _named(name: str, images: int) -> str:
    return tr("{name}: {images}", name=name, images=images_words(images))
