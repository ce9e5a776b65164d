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
    TextUnusable,
)
from core.language import say
from core.sql.schema import FailureWords

_SEAL_BROKEN: Final = "SQL logic error"
"""What SQLCipher says once it has met a page that is not what was sealed; SQLite itself says what
is wrong with a statement."""

Kind = tuple[type[StoreError], str]
"""An error, and the attribute of `FailureWords` that says it."""

_UNREACHABLE: Final[Kind] = (StoreUnavailable, "unavailable")
# SQLite's primary result codes, https://www.sqlite.org/rescode.html
_SQLITE: Final[dict[int, Kind]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, "busy"),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "busy"),
    sqlite3.SQLITE_READONLY: (StoreReadOnly, "read_only"),
    sqlite3.SQLITE_PERM: (StoreReadOnly, "read_only"),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, "damaged"),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, "damaged"),
}
# PostgreSQL's classes and codes, https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: Final[dict[str, Kind]] = {
    "53100": (StoreFull, "full"),
    "25006": (StoreReadOnly, "read_only"),
    "42501": (StoreReadOnly, "read_only"),
    "55P03": (StoreBusy, "busy"),
    "40P01": (StoreBusy, "busy"),
    "XX001": (StoreDamaged, "damaged"),
    "XX002": (StoreDamaged, "damaged"),
}


@contextmanager
def named_failures(words: FailureWords) -> Iterator[None]:
    """Turn what the database raises into named errors.

    Parameters
    ----------
    words : FailureWords
        What they say.

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
        raise _failure(error.orig, words) from error
    except UnicodeEncodeError as error:
        raise TextUnusable(
            say("What was written holds a character that is none: type it anew.")
        ) from error
    except sqlite3.Error as error:  # where SQLite is asked without SQLAlchemy
        raise _failure(error, words) from error


def _failure(origin: BaseException | None, words: FailureWords) -> StoreError:
    kind, attribute = _kind(origin)
    if kind is StoreUnavailable:
        return kind(say(words.unavailable, words=_reason(origin)))
    return kind(say(getattr(words, attribute)))


def _kind(origin: BaseException | None) -> Kind:
    code = getattr(origin, "sqlite_errorcode", None)
    if str(origin) == _SEAL_BROKEN:
        return StoreDamaged, "damaged"
    if is_full(origin):
        return StoreFull, "full"
    if isinstance(code, int):
        return _SQLITE.get(code & 0xFF, _UNREACHABLE)
    return _POSTGRESQL.get(str(getattr(origin, "sqlstate", None)), _UNREACHABLE)


def is_full(origin: BaseException | None) -> bool:
    """Whether SQLite found no room: also for the index of its journal, of which it says less."""
    code = getattr(origin, "sqlite_errorcode", 0)
    return code == sqlite3.SQLITE_IOERR_SHMSIZE or code & 0xFF == sqlite3.SQLITE_FULL


def _reason(origin: BaseException | None) -> str:
    lines = str(origin).strip().splitlines()
    return lines[0].rstrip(".") if lines else say("no reason given")


def _contradiction(error: IntegrityError) -> StoreError:
    """Tell a second one of what is unique from a part of something that is gone."""
    words = str(error.orig).lower()
    if "foreign" in words:
        return NotInStore(say("What this belongs to has been deleted meanwhile."))
    return AlreadyInStore(say("There is one already with this name: choose another."))
