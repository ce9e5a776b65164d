"""Writes a finished atlas in one step: a reader finds the former one or the new one."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import astuple
from pathlib import Path
from types import MappingProxyType
from typing import Final

from core.atlas.description import FILE, Description
from core.atlas.item import AtlasItem, Pair, Skipped
from core.atlas.library import TABLES
from core.atlas.paths import stored
from core.errors import OutputError
from core.file_names import readable
from core.files import give_usual_rights, write_whole
from core.language import in_english, say
from core.reasons import why

_INSERT: Final = "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def write_library(
    folder: Path,
    items: Iterable[tuple[AtlasItem, bytes | None]],
    *,
    skipped: Iterable[Skipped],
    pairs: Iterable[Pair] = (),
    origins: Mapping[int, Path] = MappingProxyType({}),
) -> tuple[str, str]:
    """Write the items under a name that no finished atlas uses.

    Parameters
    ----------
    folder : Path
        Of the atlas.
    items : iterable of (AtlasItem, bytes or None)
        Each with its embedding, float16, little-endian; None where there are none.
    skipped : iterable of Skipped
        What was left out.
    pairs : iterable of Pair
        Items that show the same, or contradict each other.
    origins : mapping of int to Path
        Where images lay that were copied, by id of the item.

    Returns
    -------
    (str, str)
        Name of the file, and its checksum.

    Raises
    ------
    OutputError
        If it cannot be written; nothing is left behind.
    """
    aside: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=".library-")
        os.close(descriptor)
        aside = Path(name)
        with closing(sqlite3.connect(aside)) as connection, connection:
            _fill(connection, folder, items, skipped)
            connection.executemany(
                "INSERT INTO origin VALUES (?, ?)",
                [(number, readable(stored(folder, path))) for number, path in origins.items()],
            )
            connection.executemany(
                "INSERT INTO pair VALUES (?, ?, ?, ?)", (astuple(pair) for pair in pairs)
            )
        with aside.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        give_usual_rights(aside)  # others may open the atlas from a shared folder
        final = folder / f"library-{digest[:12]}.sqlite"
        aside.replace(final)
    except BaseException as error:
        if aside is not None:
            with suppress(OSError):
                aside.unlink()
        if isinstance(error, OSError | sqlite3.Error):
            reason = why(error) if isinstance(error, OSError) else error
            raise OutputError(
                say("{folder} cannot be written: {reason}.", folder=folder, reason=reason),
                value=folder,
            ) from error
        raise
    return final.name, digest


def publish(folder: Path, description: Description) -> None:
    """Make a written library the atlas's own, and remove former ones.

    Raises
    ------
    OutputError
        If ``atlas.json`` cannot be written.
    """
    write_whole(folder / FILE, (description.model_dump_json(indent=2) + "\n").encode())
    for path in folder.glob("library-*.sqlite"):
        if path.name != description.library:
            with suppress(OSError):  # somebody reads it; the next build removes it
                path.unlink()


def _fill(
    connection: sqlite3.Connection,
    folder: Path,
    items: Iterable[tuple[AtlasItem, bytes | None]],
    skipped: Iterable[Skipped],
) -> None:
    connection.executescript(TABLES)
    for item, vector in items:
        connection.execute(_INSERT, _row(folder, item))
        if vector is not None:
            connection.execute("INSERT INTO embedding VALUES (?, ?)", (item.id, vector))
    connection.executemany(
        "INSERT INTO skipped VALUES (?, ?, ?)",
        [
            (readable(stored(folder, one.path)), one.kind, in_english(one.message))
            for one in skipped
        ],
    )


def _row(folder: Path, item: AtlasItem) -> tuple[str | int | float | None, ...]:
    place = stored(folder, item.path)
    known = (item.confirmation, item.lesion_id, item.age, item.sex, item.site)
    more = (item.diagnosis, item.image_type, item.skin_type, item.licence, item.attribution)
    return (item.id, place, item.sha256, item.code, *known, *more)
