"""A database that is open, asked in transactions whose failures have names."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from core.errors import StoreError, StoreFull, StoreReadOnly
from core.language import say
from core.sql.failures import named_failures
from core.sql.former import forget_former, keep_former
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
        with named_failures(self.schema.words), self._engine.connect() as connection:
            viewing = connection.execution_options(**self._viewing)
            with viewing.begin():
                yield viewing

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept once the block ends, or nothing."""
        with named_failures(self.schema.words), self._engine.connect() as connection:
            writing = connection.execution_options(**{WRITING: True})
            with writing.begin():
                yield writing

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
