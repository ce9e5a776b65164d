"""Whether a database from elsewhere holds rows that can be read, before it takes any other's place.

SQLite notices damage to its own structure only: not to the letters of a date.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlalchemy import create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from core.learning.store.schema import SCHEMA
from core.learning.store.tables import METADATA
from core.sql.kinds import misfits
from core.sql.revisions import upgrade

_UNREADABLE = (
    ValueError, TypeError, LookupError, RecursionError, SQLAlchemyError, sqlite3.Error,
)  # fmt: skip
_CODE = "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')"
"""We have neither: a stranger's would run whenever answers are kept."""


def can_be_read(source: sqlite3.Connection) -> bool:
    """Bring a copy in memory up to date, and look at every value in it.

    Parameters
    ----------
    source : sqlite3.Connection
        Of this version or an earlier one; it is not changed.
    """
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as copy:
        try:
            source.backup(copy)
            if copy.execute(_CODE).fetchone() is not None:
                return False
            engine = create_engine("sqlite://", creator=lambda: copy, poolclass=StaticPool)
            with engine.begin() as connection:
                upgrade(connection, SCHEMA)
                return next(misfits(connection, METADATA), None) is None
        except _UNREADABLE:
            return False
