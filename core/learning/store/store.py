"""The store of what users learn: what the window and the command line ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import Integer, cast, func, select

from core.errors import AlreadyInStore, NotInStore, UsageError
from core.language import say
from core.learning.store import tables
from core.learning.store.address import default_file
from core.learning.store.database import open_database
from core.learning.store.kinds import ANSWERS, COLLECTIONS, PROFILES, SESSIONS
from core.learning.store.marks import COLLECTED_MARKS, FAVOURITE_MARKS
from core.learning.store.records import Answer, Collection, ImageMark, Profile, QuizSession

if TYPE_CHECKING:
    from core.sql.transactions import Transactions


class LearningStore:
    """What users learn. Each method is one transaction, and may be called from any thread.

    Parameters
    ----------
    database : Transactions
        Open.
    """

    def __init__(self, database: Transactions) -> None:
        self._database = database

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

    def begin(self, session: QuizSession) -> QuizSession:
        """Keep a quiz that begins."""
        with self._database.writing() as connection:
            return SESSIONS.add(connection, session)

    def end(self, session: QuizSession, moment: datetime) -> QuizSession:
        """Keep that a quiz is over; it is not offered any more to be gone on with."""
        with self._database.writing() as connection:
            return SESSIONS.save(connection, replace(session, ended=moment))

    def unfinished(self, profile: Profile) -> tuple[QuizSession, ...]:
        """Read quizzes that were left, the newest first."""
        columns = tables.SESSIONS.c
        left = (columns.profile_id == profile.id) & columns.ended.is_(None)
        with self._database.reading() as connection:
            order = (columns.created.desc(), columns.id)
            return tuple(SESSIONS.find(connection, left, order=order))

    def session(self, identifier: str) -> QuizSession:
        """Read a quiz.

        Raises
        ------
        NotInStore
            If there is none.
        """
        with self._database.reading() as connection:
            return SESSIONS.get(connection, identifier)

    def keep(self, answer: Answer) -> Answer:
        """Keep an answer; once this returns no kill loses it.

        Raises
        ------
        AlreadyInStore
            If the question has been answered.
        """
        try:
            with self._database.writing() as connection:
                return ANSWERS.add(connection, answer)
        except AlreadyInStore as error:
            raise AlreadyInStore(
                say("This question has been answered already."), value=answer.number
            ) from error

    def note_model(self, answer: Answer, probabilities: Mapping[str, float]) -> Answer:
        """Keep what the model says about the image of an answer.

        Parameters
        ----------
        answer : Answer
            As it was kept.
        probabilities : mapping of str to float
            By code; the largest is the finding.
        """
        finding = max(sorted(probabilities), key=lambda code: probabilities[code])
        with self._database.writing() as connection:
            told = replace(answer, finding=finding, probabilities=dict(probabilities))
            return ANSWERS.save(connection, told)

    def answers(self, profile: Profile) -> tuple[Answer, ...]:
        """Read all of somebody's answers, the oldest first."""
        with self._database.reading() as connection:
            return tuple(ANSWERS.find(connection, tables.ANSWERS.c.profile_id == profile.id))

    def answers_about(self, lesion: str, *, like: Answer, sha256s: Iterable[str]) -> list[Answer]:
        """Read what somebody has answered about a lesion, the oldest first.

        Parameters
        ----------
        lesion : str
            Its name when it was answered.
        like : Answer
            Whose, and with which diagnosis.
        sha256s : iterable of str
            Its images, whatever their lesion was called then.
        """
        columns = tables.ANSWERS.c
        mine = (columns.profile_id == like.profile_id) & (columns.truth == like.truth)
        about = (columns.lesion == lesion) | columns.sha256.in_(list(sha256s))
        with self._database.reading() as connection:
            return list(ANSWERS.find(connection, mine & about))

    def answers_in(self, session: QuizSession) -> tuple[Answer, ...]:
        """Read the answers of a quiz, by number."""
        columns = tables.ANSWERS.c
        with self._database.reading() as connection:
            mine = columns.session_id == session.id
            return tuple(ANSWERS.find(connection, mine, order=(columns.number,)))

    def errors(self) -> dict[str, tuple[int, int]]:
        """Count how often each image was mistaken, and answered, by everybody here."""
        columns = tables.ANSWERS.c
        wrong = (columns.code != columns.truth) | columns.late
        counted = (func.sum(cast(wrong, Integer)), func.count())
        with self._database.reading() as connection:
            rows = connection.execute(select(columns.sha256, *counted).group_by(columns.sha256))
            return {sha256: (mistaken, total) for sha256, mistaken, total in rows}


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
