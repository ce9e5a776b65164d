"""A database that is open, asked in transactions whose failures have names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine

from core.sql.failures import named_failures
from core.sql.schema import Schema
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
    viewing : dict, optional
        Options of connections that read.
    """

    def __init__(
        self, engine: Engine, schema: Schema, *, where: str, viewing: dict[str, Any] | None = None
    ) -> None:
        self._engine = engine
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

    def close(self) -> None:
        """Close all connections; SQLite folds its journal into the file."""
        self._engine.dispose()
