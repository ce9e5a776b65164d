"""Quizzes and their answers, as they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Integer, cast, func, select

from core.errors import AlreadyInStore
from core.language import say
from core.learning.store import tables
from core.learning.store.kinds import ANSWERS, SESSIONS
from core.learning.store.records import Answer, Profile, QuizSession

if TYPE_CHECKING:
    from core.sql.transactions import Transactions


class QuizBook:
    """What was asked, and what was answered. Each method is one transaction.

    Parameters
    ----------
    database : Transactions
        Open.
    """

    def __init__(self, database: Transactions) -> None:
        self._database = database

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
