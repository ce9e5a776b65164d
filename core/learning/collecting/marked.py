"""All that somebody has marked, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.learning.store.records import Collection, ImageMark, Profile
    from core.learning.store.store import LearningStore


@dataclass(frozen=True, slots=True)
class Collected:
    """A collection with its images.

    Parameters
    ----------
    collection : Collection
        Its name, and whose it is.
    images : tuple of ImageMark
        Those that came first coming first.
    """

    collection: Collection
    images: tuple[ImageMark, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Favourites and collections.

    Parameters
    ----------
    favourites : tuple of ImageMark
        The oldest first.
    collections : tuple of Collected
        By name.
    """

    favourites: tuple[ImageMark, ...] = ()
    collections: tuple[Collected, ...] = ()


def marked_by(store: LearningStore, profile: Profile) -> Marked:
    """Read all that somebody has marked."""
    return Marked(
        store.favourites(profile),
        tuple(Collected(one, store.collected(one)) for one in store.collections(profile)),
    )
