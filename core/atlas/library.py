"""The items of a finished atlas: an SQLite file that is only ever read.

Rows are fetched when they are asked for; embeddings come as one block of float16. Each call opens
the file anew, so that any thread may ask.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.atlas.description import Description, damaged, without_model
from core.atlas.item import AtlasItem, Likeness, Pair, Skipped
from core.atlas.paths import resolved

TABLES: Final = """
CREATE TABLE item (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, code TEXT NOT NULL,
    confirmation TEXT, lesion TEXT, age REAL, sex TEXT, site TEXT,
    diagnosis TEXT, image_type TEXT, skin_type TEXT, licence TEXT, attribution TEXT
);
CREATE TABLE embedding (item INTEGER PRIMARY KEY REFERENCES item (id), vector BLOB NOT NULL);
CREATE TABLE pair (
    first INTEGER NOT NULL REFERENCES item (id), second INTEGER NOT NULL REFERENCES item (id),
    likeness TEXT NOT NULL, contradicting INTEGER NOT NULL, PRIMARY KEY (first, second, likeness)
);
CREATE TABLE origin (item INTEGER PRIMARY KEY REFERENCES item (id), path TEXT NOT NULL);
CREATE TABLE skipped (path TEXT PRIMARY KEY, kind TEXT NOT NULL, message TEXT NOT NULL);
"""
_FIRST: Final = "id, path, sha256, code, confirmation, lesion, age, sex, site"
_LATER: Final = ("diagnosis", "image_type", "skin_type", "licence", "attribution")
_AT_ONCE: Final = 500  # SQLite bounds the number of placeholders
_NO_ROW: Final = (TypeError, ValueError, OverflowError)
"""What comes of rows that we did not write, in a file whose checksum fits."""
_Kinds = frozenset[type]
_NUMBER: Final[_Kinds] = frozenset({int})
_TEXT: Final[_Kinds] = frozenset({str})
_MAYBE: Final[_Kinds] = frozenset({str, type(None)})
_YEARS: Final[_Kinds] = frozenset({float, type(None)})
_ROW: Final[tuple[_Kinds, ...]] = (
    *(_NUMBER, _TEXT, _TEXT, _TEXT, _MAYBE, _MAYBE, _YEARS),
    *[_MAYBE] * (2 + len(_LATER)),
)
"""Of what kind the values of a row may be."""
Row = tuple[int, str, str, str, Any, Any, Any, Any, Any, Any, Any, Any, Any, Any]


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
        self._item_columns = item_columns(description.format)
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
                query = f"SELECT {self._item_columns} FROM item WHERE id IN ({marks})"  # noqa: S608  # question marks
                rows = _sound(connection.execute(query, some), _ROW)
                found |= {row[0]: item_of(row, self._folder) for row in rows}
        try:
            return [found[number] for number in ids]
        except KeyError as error:
            raise damaged(self._folder, self._name) from error

    def every(self) -> list[AtlasItem]:
        """Return all items, in the order of ids."""
        with self._asked() as connection:
            query = f"SELECT {self._item_columns} FROM item ORDER BY id"  # noqa: S608  # a constant
            rows = _sound(connection.execute(query), _ROW)
            return [item_of(row, self._folder) for row in rows]

    def skipped(self) -> list[Skipped]:
        """Return what was left out, and why."""
        with self._asked() as connection:
            rows = connection.execute("SELECT path, kind, message FROM skipped ORDER BY path")
            return [Skipped(self._path(path), kind, message) for path, kind, message in rows]

    def pairs(self) -> list[Pair]:
        """Return items that show the same, or contradict each other, in the order of ids."""
        if self._described.format == 1:
            return []
        query = "SELECT first, second, likeness, contradicting FROM pair ORDER BY first, second"
        with self._asked() as connection:
            return [
                Pair(first, second, Likeness(likeness), bool(contradicting))
                for first, second, likeness, contradicting in connection.execute(query)
            ]

    def origins(self) -> dict[int, Path]:
        """Return where copied images lay that a pair tells of, by id; none in older atlases."""
        known = "SELECT 1 FROM sqlite_master WHERE name = 'origin'"
        with self._asked() as connection:
            if connection.execute(known).fetchone() is None:
                return {}
            rows = connection.execute("SELECT item, path FROM origin")
            return {number: self._path(path) for number, path in rows}

    def ids(self) -> NDArray[np.int64]:
        """Return the ids of all items, (n,), in their order."""
        with self._asked() as connection:
            rows = connection.execute("SELECT id FROM item ORDER BY id")
            return np.fromiter((number for (number,) in rows), np.int64)

    def rows(self) -> Iterator[Row]:
        """Go through all rows as they are stored, in the order of ids.

        Raises
        ------
        AtlasDamaged
            If they cannot be read, or hold what no row does.
        """
        query = f"SELECT {self._item_columns} FROM item ORDER BY id"  # noqa: S608  # a constant
        with self._asked() as connection:
            yield from _sound(connection.execute(query), _ROW)

    def columns(self) -> Mapping[str, Sequence[str | int | None]]:
        """Return id, lesion and checksum of all items, in the order of ids."""
        with self._asked() as connection:
            found = connection.execute("SELECT id, lesion, sha256 FROM item ORDER BY id")
            rows = [row for row in _sound(found, (_NUMBER, _MAYBE, _TEXT))]  # noqa: C416  # row by row, as below
        names = ("id", "lesion", "sha256")
        return {name: [row[place] for row in rows] for place, name in enumerate(names)}

    def vectors(self) -> NDArray[np.float16]:
        """Return all embeddings, (n, channels), in the order of ids.

        Raises
        ------
        AtlasWithoutModel
            If there are none.
        AtlasDamaged
            If they are not one for each item, all of one length, and made of numbers.
        """
        if self._described.model is None:
            raise without_model(self._folder)
        with self._asked() as connection:
            # Row by row: a single call for all would keep a window's thread waiting meanwhile.
            rows = connection.execute("SELECT vector FROM embedding ORDER BY item")
            vectors = [vector for (vector,) in rows]
        flat = np.frombuffer(b"".join(vectors), "<f2")
        shape = (self._described.images, self._described.model.channels)
        if flat.size != shape[0] * shape[1] or not np.isfinite(flat).all():
            raise damaged(self._folder, self._name)
        return flat.reshape(shape)

    def vectors_of(self, ids: Sequence[int]) -> NDArray[np.float16]:
        """Return the embeddings of some items, (n, channels), in the order of these ids.

        Raises
        ------
        AtlasWithoutModel
            If there are none.
        AtlasDamaged
            If one is missing, or not of the model's length.
        """
        if self._described.model is None:
            raise without_model(self._folder)
        query = "SELECT vector FROM embedding WHERE item = ?"
        with self._asked() as connection:
            rows = [connection.execute(query, (number,)).fetchone() for number in ids]
            flat = np.frombuffer(b"".join(vector for (vector,) in rows), "<f2")
            return flat.reshape(len(ids), self._described.model.channels)

    def _path(self, stored: str) -> Path:
        return resolved(self._folder, stored)

    @contextmanager
    def _asked(self) -> Iterator[sqlite3.Connection]:
        place = (self._folder / self._name).absolute().as_uri()
        try:
            # Immutable: on a read-only medium, too, and no lock file beside it.
            with closing(sqlite3.connect(f"{place}?mode=ro&immutable=1", uri=True)) as connection:
                yield connection
        except (sqlite3.Error, *_NO_ROW) as error:
            raise damaged(self._folder, self._name) from error


def _sound(rows: Iterable[Any], kinds: Sequence[_Kinds]) -> Iterator[Any]:
    """Go through rows whose values are of these kinds.

    Raises
    ------
    TypeError
        If one is of another: a stranger may have made the tables as well.
    """
    known: set[tuple[type, ...]] = set()
    for row in rows:
        found = tuple(map(type, row))
        if found not in known:  # few are: 100,000 rows must not take long
            if not all(one in allowed for one, allowed in zip(found, kinds, strict=True)):
                raise TypeError(found)
            known.add(found)
        yield row


def item_columns(layout: int) -> str:
    """Columns of an item, in the order of `Row`, as a query names them in a version of the file."""
    later = _LATER if layout > 1 else [f"NULL AS {name}" for name in _LATER]
    return ", ".join((_FIRST, *later))


def item_of(row: Row, folder: Path) -> AtlasItem:
    """Make an item of its row in the atlas of a folder."""
    number, path, sha256, code, confirmation, lesion, age, sex, site, *later = row
    diagnosis, image_type, skin_type, licence, attribution = later
    return AtlasItem(
        id=number,
        path=resolved(folder, path),
        sha256=sha256,
        code=code,
        confirmation=confirmation,
        lesion_id=lesion,
        age=age,
        sex=sex,
        site=site,
        diagnosis=diagnosis,
        image_type=image_type,
        skin_type=skin_type,
        licence=licence,
        attribution=attribution,
    )
