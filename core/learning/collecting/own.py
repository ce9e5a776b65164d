"""Whose marks are meant: a profile and its collections, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.errors import NotInStore
from core.language import marked, say

if TYPE_CHECKING:
    from core.learning.store.records import Collection, Profile
    from core.learning.store.store import LearningStore

_NAMELESS: Final = marked("Me")


def own_profile(store: LearningStore, name: str = "") -> Profile:
    """Return the profile of a name; without one the oldest, begun where there is none.

    Whoever is the only one at a computer need not say who they are.

    Raises
    ------
    NotInStore
        If there is none of this name.
    """
    if name:
        return store.profile_named(name)
    oldest = min(store.profiles(), key=lambda one: (one.created, one.id), default=None)
    return store.add_profile(say(_NAMELESS)) if oldest is None else oldest


def collection_named(store: LearningStore, profile: Profile, name: str) -> Collection:
    """Return one of somebody's collections.

    Raises
    ------
    NotInStore
        If they have none of this name.
    """
    wanted = " ".join(name.split())
    for collection in store.collections(profile):
        if collection.name == wanted:
            return collection
    raise NotInStore(say("There is no collection “{name}”.", name=name), value=name)
