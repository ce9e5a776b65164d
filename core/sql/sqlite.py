"""How SQLite has to behave: parallel readers and a writer, and commits that are on the disk."""

from __future__ import annotations

import sqlite3
from typing import Final

from sqlalchemy import Connection, Engine, event

PATIENCE: Final = 10.0  # seconds that a writer waits for another
WRITING: Final = "lentigo_writing"
"""Option of a connection whose transaction will write."""
_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is overwritten, not only forgotten
)


def tell_sqlite(engine: Engine) -> None:
    """Have readers and writer in parallel, commits on the disk, and references that hold."""

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        # Python's own transactions would begin too late to lock: see `_begun`.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING)
        # A writer that first reads and then wants to write can only fail where another was quicker.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
