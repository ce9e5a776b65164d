"""Reads what can be read of a damaged SQLite file, past the pages that cannot."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from core.atlas.item import Likeness, Pair, Skipped
from core.atlas.library import Row, item_columns
from core.atlas.paths import resolved

_STEP: Final = 16
"""Ids that are given up where a page cannot be read; a page holds about so many."""
_LAST: Final = 2_000_000
_DENSE: Final = 512
"""Bytes of a file without room for as many rows as a step passes by."""
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_COLUMNS: Final = 14
_NO_PATH: Final = (TypeError, ValueError)
"""What comes of values that are no path."""


@contextmanager
def salvaged(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a file that may be cut short or overwritten in places; nothing is ever written to it.

    Raises
    ------
    sqlite3.Error
        If it is no database at all.
    """
    place = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(place, uri=True)) as connection:
        # Else SQLite refuses a file that is shorter than its first page says.
        connection.execute("PRAGMA writable_schema = ON")
        yield connection


def layout_of(connection: sqlite3.Connection) -> int:
    """Tell the version of the file by its columns."""
    there = connection.execute("PRAGMA table_info(item)").fetchall()
    return 2 if len(there) >= _COLUMNS else 1


def readable_rows(connection: sqlite3.Connection, *, size: int) -> Iterator[Row]:
    """Go through the rows that can be read and make sense, in the order of ids.

    Parameters
    ----------
    connection : Connection
        Of `salvaged`.
    size : int
        Bytes of the file. Once more failed one after the other than it could hold, steps grow.
    """
    columns = item_columns(layout_of(connection))
    query = f"SELECT {columns} FROM item WHERE id > ? ORDER BY id"  # noqa: S608  # constants
    last, end, failed = 0, _last_id(connection), 0
    while last < end:
        try:
            for row in connection.execute(query, (last,)):
                last, failed = max(last, row[0]), 0
                if _makes_sense(row):
                    yield row
        except (sqlite3.Error, TypeError):
            failed += 1
            last += _STEP * max(1, failed - size // _DENSE)
        else:
            return


def readable_vectors(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, bytes]:
    """Read the embeddings of these items, as far as they can be read."""
    found = {}
    for number in ids:
        try:
            row = connection.execute(
                "SELECT vector FROM embedding WHERE item = ?", (number,)
            ).fetchone()
        except sqlite3.Error:
            continue
        if row is not None and isinstance(row[0], bytes):
            found[number] = row[0]
    return found


def readable_pairs(connection: sqlite3.Connection) -> list[Pair]:
    """Read which items show the same, or nothing where that cannot be read."""
    try:
        rows = connection.execute("SELECT first, second, likeness, contradicting FROM pair")
        return [
            Pair(first, second, Likeness(likeness), bool(torn))
            for first, second, likeness, torn in rows
        ]
    except (sqlite3.Error, ValueError):
        return []


def readable_skipped(connection: sqlite3.Connection, folder: Path) -> list[Skipped]:
    """Read what was left out, as far as that can be read; each file once."""
    found = {}
    with suppress(sqlite3.Error):
        for path, kind, message in connection.execute("SELECT path, kind, message FROM skipped"):
            if isinstance(kind, str) and isinstance(message, str):
                with suppress(*_NO_PATH):
                    place = resolved(folder, path)
                    found[place] = Skipped(place, kind, message)
    return [found[place] for place in sorted(found)]


def readable_origins(connection: sqlite3.Connection, folder: Path) -> dict[int, Path]:
    """Read where copied images lay, by id, as far as that can be read and is told."""
    found = {}
    with suppress(sqlite3.Error):
        for number, path in connection.execute("SELECT item, path FROM origin"):
            with suppress(*_NO_PATH):
                found[number] = resolved(folder, path)
    return found


def _last_id(connection: sqlite3.Connection) -> int:
    try:
        (last,) = connection.execute("SELECT max(id) FROM item").fetchone()
    except sqlite3.Error:
        return _LAST
    return min(last, _LAST) if isinstance(last, int) else 0


def _makes_sense(row: Sequence[Any]) -> bool:
    _, path, sha256, code, *known = row
    age = known.pop(2)
    return (
        all(isinstance(text, str) and text for text in (path, sha256, code))
        and "\0" not in path
        and _SHA256.fullmatch(sha256) is not None
        and (age is None or isinstance(age, float | int))
        and all(text is None or isinstance(text, str) for text in known)
    )
