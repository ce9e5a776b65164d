"""Copies of an SQLite database that is in use, by SQLite's own way of making them [1]_.

Such a copy is of one moment, however many write meanwhile; a copied file would be of several, and
without what still stands in the journal.

References
----------
.. [1] "SQLite Backup API", https://www.sqlite.org/backup.html
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, cast

from sqlalchemy import Connection

from core.errors import StoreBusy
from core.language import say
from core.sql.failures import named_failures
from core.sql.schema import FailureWords
from core.sql.sqlite import PATIENCE

_MODES: Final = slice(18, 20)
"""Where the header says whether there is a journal beside the file [1]_.

References
----------
.. [1] "Database File Format", https://www.sqlite.org/fileformat2.html
"""
_NO_JOURNAL: Final = b"\x01\x01"
_PAUSE: Final = 0.05  # seconds between trials


def copied(connection: Connection) -> bytes:
    """Copy the database that a transaction sees, as the file that it would be.

    Parameters
    ----------
    connection : Connection
        To SQLite; whoever else writes goes on.
    """
    source = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    with closing(sqlite3.connect(":memory:")) as target:
        source.backup(target)
        data = bytearray(target.serialize())
    data[_MODES] = _NO_JOURNAL  # so that the copy is read where nothing may be written
    return bytes(data)


def put_into(source: sqlite3.Connection, file: Path, *, words: FailureWords) -> None:
    """Have a database hold what another does: all of it or, where that fails, what it held.

    Parameters
    ----------
    source : sqlite3.Connection
        To what is copied.
    file : Path
        The database; others that have it open see the new one.
    words : FailureWords
        What failures are called.

    Raises
    ------
    StoreError
        If it cannot be written, or somebody else writes for too long.
    """
    until = time.monotonic() + PATIENCE

    def stay_patient(status: int, _remaining: int, _total: int) -> None:
        busy = status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        if busy and time.monotonic() > until:  # Python itself would try for ever
            raise StoreBusy(say(words.busy))

    with named_failures(words), closing(sqlite3.connect(file)) as target:
        target.execute("PRAGMA synchronous = FULL").close()
        source.backup(target, progress=stay_patient, sleep=_PAUSE)


@contextmanager
def looking_into(file: Path) -> Iterator[sqlite3.Connection]:
    """Read a file that nobody has open, and never write to it."""
    uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        yield connection


def is_sound(connection: sqlite3.Connection) -> bool:
    """Tell whether everything in a database fits together, by reading all of it."""
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return bool(said == "ok")
