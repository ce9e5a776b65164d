"""The drafts of a store, as those use them who are writing."""

from __future__ import annotations

from core.cases import drafts
from core.cases.database import Database


class DraftBook:
    """What is being written in one store; each method is one transaction.

    Parameters
    ----------
    database : Database
        Open.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, key: str, text: str) -> None:
        """Keep what somebody is writing."""
        with self._database.writing() as connection:
            drafts.keep_draft(connection, key, text)

    def read(self, key: str) -> str | None:
        """Read what somebody was writing; None where there is nothing."""
        with self._database.reading() as connection:
            return drafts.draft(connection, key)

    def kept(self) -> frozenset[str]:
        """Give the keys of all that somebody was writing."""
        with self._database.reading() as connection:
            return drafts.draft_keys(connection)

    def drop(self, key: str) -> None:
        """Forget it, since it is saved or given up."""
        with self._database.writing() as connection:
            drafts.drop_draft(connection, key)
