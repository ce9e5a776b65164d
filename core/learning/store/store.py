"""The store of what users learn: what the window and the command line ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Self

from core.errors import NotInStore, UsageError
from core.language import say
from core.learning.store import tables
from core.learning.store.address import default_file
from core.learning.store.database import open_database
from core.learning.store.kinds import COLLECTIONS, PROFILES
from core.learning.store.marks import COLLECTED_MARKS, FAVOURITE_MARKS
from core.learning.store.quiz_book import QuizBook
from core.learning.store.records import Collection, ImageMark, Profile


class LearningStore(QuizBook):
    """Who learns, what they collect, and what they were asked.

    Each method is one transaction, and may be called from any thread.
    """

    @classmethod
    def open(cls, file: Path | None = None) -> Self:
        """Open a store, made if there is none.

        Parameters
        ----------
        file : Path, optional
            Its SQLite file; by default the user's own.

        Raises
        ------
        StoreError
            One of its subclasses says why it cannot be opened.
        """
        return cls(open_database(default_file() if file is None else file))

    def close(self) -> None:
        """Close the database; everything is kept already."""
        self._database.close()

    def profiles(self) -> tuple[Profile, ...]:
        """Read all profiles, by name."""
        with self._database.reading() as connection:
            return tuple(PROFILES.find(connection, order=(tables.PROFILES.c.name,)))

    def profile_named(self, name: str) -> Profile:
        """Read a profile.

        Raises
        ------
        NotInStore
            If there is none of this name.
        """
        with self._database.reading() as connection:
            found = PROFILES.find(connection, tables.PROFILES.c.name == " ".join(name.split()))
        if not found:
            raise NotInStore(say("There is no profile “{name}”.", name=name), value=name)
        return found[0]

    def add_profile(self, name: str) -> Profile:
        """Begin a profile.

        Raises
        ------
        AlreadyInStore
            If there is one of this name.
        """
        with self._database.writing() as connection:
            return PROFILES.add(connection, Profile(name=_named(name)))

    def rename_profile(self, profile: Profile, name: str) -> Profile:
        """Give a profile another name; it may have been changed meanwhile, as with cases."""
        with self._database.writing() as connection:
            return PROFILES.save(connection, replace(profile, name=_named(name)))

    def remove_profile(self, profile: Profile) -> None:
        """Delete a profile with all that it has answered and collected."""
        with self._database.writing() as connection:
            PROFILES.remove(connection, profile.id)
        self._database.forget_former()

    def favourites(self, profile: Profile) -> tuple[ImageMark, ...]:
        """Read somebody's favourites, the oldest first."""
        with self._database.reading() as connection:
            return FAVOURITE_MARKS.of(connection, profile.id)

    def add_favourites(self, profile: Profile, marks: Iterable[ImageMark]) -> None:
        """Mark images as favourites."""
        with self._database.writing() as connection:
            FAVOURITE_MARKS.add(connection, profile.id, marks)

    def remove_favourites(self, profile: Profile, sha256s: Iterable[str]) -> None:
        """Have images be no favourites any more."""
        with self._database.writing() as connection:
            FAVOURITE_MARKS.remove(connection, profile.id, sha256s)

    def collections(self, profile: Profile) -> tuple[Collection, ...]:
        """Read somebody's collections, by name."""
        columns = tables.COLLECTIONS.c
        with self._database.reading() as connection:
            mine = columns.profile_id == profile.id
            return tuple(COLLECTIONS.find(connection, mine, order=(columns.name,)))

    def add_collection(self, profile: Profile, name: str) -> Collection:
        """Begin a collection.

        Raises
        ------
        AlreadyInStore
            If they have one of this name.
        """
        with self._database.writing() as connection:
            new = Collection(profile_id=profile.id, name=_named(name))
            return COLLECTIONS.add(connection, new)

    def rename_collection(self, collection: Collection, name: str) -> Collection:
        """Give a collection another name."""
        with self._database.writing() as connection:
            return COLLECTIONS.save(connection, replace(collection, name=_named(name)))

    def remove_collection(self, collection: Collection) -> None:
        """Delete a collection; its images stay where they are."""
        with self._database.writing() as connection:
            COLLECTIONS.remove(connection, collection.id)

    def collected(self, collection: Collection) -> tuple[ImageMark, ...]:
        """Read the images of a collection, those that came first coming first."""
        with self._database.reading() as connection:
            return COLLECTED_MARKS.of(connection, collection.id)

    def collect(self, collection: Collection, marks: Iterable[ImageMark]) -> None:
        """Put images into a collection."""
        with self._database.writing() as connection:
            COLLECTED_MARKS.add(connection, collection.id, marks)

    def drop(self, collection: Collection, sha256s: Iterable[str]) -> None:
        """Take images out of a collection."""
        with self._database.writing() as connection:
            COLLECTED_MARKS.remove(connection, collection.id, sha256s)


def _named(name: str) -> str:
    """Trim a name.

    Raises
    ------
    UsageError
        If nothing is left.
    """
    if not (trimmed := " ".join(name.split())):
        raise UsageError(say("A name is needed."), value=name)
    return trimmed
