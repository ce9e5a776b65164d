"""How SQLite has to behave: parallel readers and a writer, and commits that are on the disk."""

from __future__ import annotations

import sqlite3
import time
from typing import Final, cast

from sqlalchemy import Connection, Engine, event

PATIENCE: Final = 10.0  # seconds that a writer waits for another
WRITING: Final = "lentigo_writing"
"""Option of a connection whose transaction will write."""
_SHARED: Final = "wal"
"""A journal beside which all can read while one writes. The file remembers it."""
_PAUSES: Final = (0.01, 0.3)  # seconds: the first between two trials, and the longest
_PRAGMAS: Final = (
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
        _share_journal(connection)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING)
        # A writer that first reads and then wants to write can only fail where another was quicker.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _share_journal(connection: sqlite3.Connection) -> None:
    """Take the journal that is shared, as long as others of the same moment may be at it.

    Whoever makes the tables holds a lock that SQLite, for a change of the journal, does not wait
    for: two that open a new database at once would get an error.
    """
    patience = cast("int", _first(connection, "busy_timeout"))  # milliseconds
    until = time.monotonic() + patience / 1000
    pause, longest = _PAUSES
    while not _shares_journal(connection, last=time.monotonic() >= until):
        time.sleep(pause)
        pause = min(2 * pause, longest)


def _shares_journal(connection: sqlite3.Connection, *, last: bool) -> bool:
    try:
        if _first(connection, "journal_mode") != _SHARED:
            connection.execute(f"PRAGMA journal_mode = {_SHARED}").close()
    except Exception as error:  # SQLCipher's are not those of sqlite3
        if last or not _is_busy(error):
            raise
        return False
    return True


def _first(connection: sqlite3.Connection, pragma: str) -> object:
    (value,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return value


def _is_busy(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
