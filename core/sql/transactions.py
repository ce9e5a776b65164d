"""A database that is open, asked in transactions whose failures have names."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from core.errors import StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreUnavailable
from core.language import say, together
from core.sql.failures import named_failures
from core.sql.former import forget_former, keep_former
from core.sql.kinds import OF_VALUES, Misfit, misfits
from core.sql.schema import FailureWords, Schema
from core.sql.sqlite import WRITING


class Transactions:
    """Transactions of one database.

    Parameters
    ----------
    engine : Engine
        SQLAlchemy's.
    schema : Schema
        Its tables, and what its failures are called.
    where : str
        How a user knows it.
    file : Path, optional
        Of an SQLite database.
    viewing : dict, optional
        Options of connections that read.
    """

    def __init__(
        self,
        engine: Engine,
        schema: Schema,
        *,
        where: str,
        file: Path | None = None,
        viewing: dict[str, Any] | None = None,
    ) -> None:
        self._engine = engine
        self._file = file
        self._viewing = viewing or {}
        self.schema = schema
        self.where = where

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view, which waits for nobody."""
        with self._damage_named(), self._viewed() as viewing:
            yield viewing

    @contextmanager
    def _viewed(self) -> Iterator[Connection]:
        with named_failures(self.schema.words), self._engine.connect() as connection:
            viewing = connection.execution_options(**self._viewing)
            with viewing.begin():
                yield viewing

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept once the block ends, or nothing."""
        words = self.schema.words
        with self._damage_named(), named_failures(words), self._engine.connect() as connection:
            writing = connection.execution_options(**{WRITING: True})
            with writing.begin():
                yield writing

    @contextmanager
    def _damage_named(self) -> Iterator[None]:
        """Say which stored value is none, where that is what something failed of.

        Raises
        ------
        StoreDamaged
            If there is one.
        """
        try:
            yield
        except (*OF_VALUES, StoreUnavailable) as error:
            found = self._first_misfit()
            if found is None:
                raise
            words = together(found.words, say(self.schema.words.damaged))
            raise StoreDamaged(words, value=found) from error

    def _first_misfit(self) -> Misfit | None:
        if self._file is None:
            return None  # a server keeps no other values than its columns are for
        try:
            with self._viewed() as connection:
                return next(misfits(connection, self.schema.tables), None)
        except StoreError:
            return None  # then what failed first says more

    def keep_former(self) -> None:
        """Copy the database beside itself, as it was before this transaction.

        Raises
        ------
        StoreError
            If there is no room, for instance.
        """
        if self._file is not None:
            with named_failures(self.schema.words):
                try:
                    keep_former(self._engine, self._file)
                except OSError as error:
                    raise _of_disk(error, self.schema.words) from error

    def forget_former(self) -> None:
        """Remove that copy, because something is to be deleted for good."""
        if self._file is not None:
            forget_former(self._file)

    def close(self) -> None:
        """Close all connections; SQLite folds its journal into the file."""
        self._engine.dispose()


def _of_disk(error: OSError, words: FailureWords) -> StoreError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StoreFull(say(words.full))
    return StoreReadOnly(say(words.read_only))
