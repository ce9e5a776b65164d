"""What a database says when it fails, as errors that a user understands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, IntegrityError

from core.errors import (
    AlreadyInStore,
    NotInStore,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreUnavailable,
)
from core.language import marked, say

_FULL: Final = marked(
    "There is no room left on the disk for cases. Nothing was lost: make room, and save again."
)
_READ_ONLY: Final = marked(
    "The cases may not be changed here: the file or its folder is write-protected."
)
_BUSY: Final = marked("Another program holds the cases. Nothing was lost: try again in a moment.")
_DAMAGED: Final = marked(
    "The database of the cases is damaged. Do not write to it: keep the file, and restore a backup."
)
_UNAVAILABLE: Final = marked("The database of the cases cannot be opened or reached: {words}.")
_SEAL_BROKEN: Final = "SQL logic error"
"""What SQLCipher says once it has met a page that is not what was sealed; SQLite itself says what
is wrong with a statement."""

Kind = tuple[type[StoreError], str]

# SQLite's primary result codes, https://www.sqlite.org/rescode.html
_SQLITE: Final[dict[int, Kind]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, _BUSY),
    sqlite3.SQLITE_LOCKED: (StoreBusy, _BUSY),
    sqlite3.SQLITE_FULL: (StoreFull, _FULL),
    sqlite3.SQLITE_READONLY: (StoreReadOnly, _READ_ONLY),
    sqlite3.SQLITE_PERM: (StoreReadOnly, _READ_ONLY),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, _DAMAGED),
}
# PostgreSQL's classes and codes, https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: Final[dict[str, Kind]] = {
    "53100": (StoreFull, _FULL),
    "25006": (StoreReadOnly, _READ_ONLY),
    "42501": (StoreReadOnly, _READ_ONLY),
    "55P03": (StoreBusy, _BUSY),
    "40P01": (StoreBusy, _BUSY),
    "XX001": (StoreDamaged, _DAMAGED),
    "XX002": (StoreDamaged, _DAMAGED),
}


@contextmanager
def named_failures() -> Iterator[None]:
    """Turn what the database raises into named errors.

    Raises
    ------
    StoreError
        One of its subclasses.
    """
    try:
        yield
    except IntegrityError as error:
        raise _contradiction(error) from error
    except DBAPIError as error:
        kind, message = _kind(error)
        raise kind(message) from error


def _kind(error: DBAPIError) -> Kind:
    origin = error.orig
    code = getattr(origin, "sqlite_errorcode", None)
    if str(origin) == _SEAL_BROKEN:
        return StoreDamaged, _DAMAGED
    if isinstance(code, int):
        return _SQLITE.get(code & 0xFF, _unreachable(origin))
    return _POSTGRESQL.get(str(getattr(origin, "sqlstate", None)), _unreachable(origin))


def _unreachable(origin: BaseException | None) -> Kind:
    words = str(origin).strip().splitlines()
    return StoreUnavailable, say(
        _UNAVAILABLE, words=words[0].rstrip(".") if words else say("no reason given")
    )


def _contradiction(error: IntegrityError) -> StoreError:
    """Tell a second one of what is unique from a part of something that is gone."""
    words = str(error.orig).lower()
    if "foreign" in words:
        return NotInStore(say("What this belongs to has been deleted meanwhile."))
    return AlreadyInStore(say("There is one already with this name: choose another."))
