"""The items of a finished atlas: an SQLite file that is only ever read.

Rows are fetched when they are asked for; embeddings come as one block of float16. Each call opens
the file anew, so that any thread may ask.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.atlas.description import Description, damaged
from core.atlas.item import AtlasItem, Skipped
from core.atlas.paths import resolved

TABLES: Final = """
CREATE TABLE item (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, code TEXT NOT NULL,
    confirmation TEXT, lesion TEXT, age REAL, sex TEXT, site TEXT
);
CREATE TABLE embedding (item INTEGER PRIMARY KEY REFERENCES item (id), vector BLOB NOT NULL);
CREATE TABLE skipped (path TEXT PRIMARY KEY, kind TEXT NOT NULL, message TEXT NOT NULL);
"""
_ITEM: Final = "id, path, sha256, code, confirmation, lesion, age, sex, site"
_AT_ONCE: Final = 500  # SQLite bounds the number of placeholders


class Library:
    """Reads items.

    Parameters
    ----------
    folder : Path
        Of the atlas, from which relative paths go out.
    description : Description
        Names the file.

    Raises
    ------
    AtlasDamaged
        If the file is missing, or not the one that was written.
    """

    def __init__(self, folder: Path, description: Description) -> None:
        self._folder = folder
        self._name = description.library
        self._described = description
        try:
            with (folder / self._name).open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise damaged(folder, self._name) from error
        if digest != description.library_sha256:
            raise damaged(folder, self._name)

    def items(self, ids: Sequence[int]) -> list[AtlasItem]:
        """Return items in the order of these ids.

        Raises
        ------
        AtlasDamaged
            If the file has changed since it was opened.
        """
        found: dict[int, AtlasItem] = {}
        with self._asked() as connection:
            for start in range(0, len(ids), _AT_ONCE):
                some = ids[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT {_ITEM} FROM item WHERE id IN ({marks})"  # noqa: S608  # question marks
                found |= {row[0]: self._item(row) for row in connection.execute(query, some)}
        try:
            return [found[number] for number in ids]
        except KeyError as error:
            raise damaged(self._folder, self._name) from error

    def every(self) -> list[AtlasItem]:
        """Return all items, in the order of ids."""
        with self._asked() as connection:
            return [
                self._item(row)
                for row in connection.execute(f"SELECT {_ITEM} FROM item ORDER BY id")  # noqa: S608  # a constant
            ]

    def skipped(self) -> list[Skipped]:
        """Return what was left out, and why."""
        with self._asked() as connection:
            rows = connection.execute("SELECT path, kind, message FROM skipped ORDER BY path")
            return [Skipped(self._path(path), kind, message) for path, kind, message in rows]

    def columns(self) -> Mapping[str, Sequence[str | int | None]]:
        """Return id, lesion and checksum of all items, in the order of ids."""
        with self._asked() as connection:
            found = connection.execute("SELECT id, lesion, sha256 FROM item ORDER BY id")
            rows = [row for row in found]  # noqa: C416  # row by row, as below
        names = ("id", "lesion", "sha256")
        return {name: [row[place] for row in rows] for place, name in enumerate(names)}

    def vectors(self) -> NDArray[np.float16]:
        """Return all embeddings, (n, channels), in the order of ids.

        Raises
        ------
        AtlasDamaged
            If they are not one for each item, all of one length, and made of numbers.
        """
        with self._asked() as connection:
            # Row by row: a single call for all would keep a window's thread waiting meanwhile.
            rows = connection.execute("SELECT vector FROM embedding ORDER BY item")
            vectors = [vector for (vector,) in rows]
        flat = np.frombuffer(b"".join(vectors), "<f2")
        shape = (self._described.images, self._described.model.channels)
        if flat.size != shape[0] * shape[1] or not np.isfinite(flat).all():
            raise damaged(self._folder, self._name)
        return flat.reshape(shape)

    def _item(self, row: tuple[int, str, str, str, str, str, float, str, str]) -> AtlasItem:
        number, path, sha256, code, confirmation, lesion, age, sex, site = row
        return AtlasItem(
            id=number,
            path=self._path(path),
            sha256=sha256,
            code=code,
            confirmation=confirmation,
            lesion_id=lesion,
            age=age,
            sex=sex,
            site=site,
        )

    def _path(self, stored: str) -> Path:
        return resolved(self._folder, stored)

    @contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection]:
        place = (self._folder / self._name).absolute().as_uri()
        try:
            # Immutable: on a read-only medium, too, and no lock file beside it.
            with closing(sqlite3.connect(f"{place}?mode=ro&immutable=1", uri=True)) as connection:
                yield connection
        except sqlite3.Error as error:
            raise damaged(self._folder, self._name) from error
