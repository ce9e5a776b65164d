"""Images on their way into an atlas: what is done is kept, whatever happens.

What was read of them goes into an SQLite file in the atlas's folder, a batch in each transaction,
and is found again by path, size and time of change of their files.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple, Self

from core.errors import AtlasBusy, OutputError
from core.file_names import is_text
from core.language import say
from core.reasons import why

DRAFT: Final = "draft.sqlite"
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS made_with (model TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS brought_in (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    sha256 TEXT NOT NULL, vector BLOB, grey BLOB
);
"""


class Stamp(NamedTuple):
    """Whether a file is still the same.

    Parameters
    ----------
    size : int
        Bytes.
    modified : int
        Time of the last change, nanoseconds.
    """

    size: int
    modified: int

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """Return a file's stamp; None where there is none."""
        try:
            state = path.stat()
        except OSError:
            return None
        return cls(state.st_size, state.st_mtime_ns)


class Kept(NamedTuple):
    """One image that was read.

    Parameters
    ----------
    path : Path
        Its file.
    stamp : Stamp
        Of the file when it was read.
    sha256 : str
        Of the file.
    vector : bytes, optional
        The embedding, float16, little-endian; None without a model.
    grey : bytes, optional
        What its copies are known by; None where they are not looked for.
    """

    path: Path
    stamp: Stamp
    sha256: str
    vector: bytes | None = None
    grey: bytes | None = None


class Draft:
    """The images that are done; a context manager that lets go of them.

    Parameters
    ----------
    folder : Path
        Of the atlas; made where it is missing.
    model_sha256 : str
        Whose embeddings, empty for none; a draft with another model's, or a damaged one, is begun
        anew.

    Raises
    ------
    AtlasBusy
        If another process works on it.
    OutputError
        If it cannot be written.
    """

    def __init__(self, folder: Path, *, model_sha256: str) -> None:
        self._path = folder / DRAFT
        with self._named_errors():
            folder.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = self._opened(model_sha256)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._path.unlink()  # it is no database at all
                self._connection = self._opened(model_sha256)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def done(self) -> Mapping[Path, Stamp]:
        """Return the stamp of each image that is done."""
        with self._named_errors():
            rows = self._connection.execute(
                "SELECT path, size, modified FROM brought_in"
            ).fetchall()
        return {Path(os.fsdecode(path)): Stamp(size, modified) for path, size, modified in rows}

    def add(self, images: Iterable[Kept]) -> None:
        """Keep some images, all or none."""
        rows = [(_key(one.path), *one.stamp, one.sha256, one.vector, one.grey) for one in images]
        with self._named_errors(), self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO brought_in VALUES (?, ?, ?, ?, ?, ?)", rows
            )

    def get(self, path: Path) -> Kept | None:
        """Return what was read of an image; None where that is nothing yet."""
        query = "SELECT size, modified, sha256, vector, grey FROM brought_in WHERE path = ?"
        with self._named_errors():
            found = self._connection.execute(query, (_key(path),)).fetchone()
        return found and Kept(path, Stamp(*found[:2]), *found[2:])

    def remove(self) -> None:
        """Delete the file, when the atlas is finished."""
        self._connection.close()
        with suppress(OSError):
            self._path.unlink()

    def _opened(self, model_sha256: str) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=0)
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.executescript(_TABLES)
            with connection:
                others = connection.execute(
                    "SELECT 1 FROM made_with WHERE model != ?", (model_sha256,)
                )
                if others.fetchone() is not None:
                    connection.execute("DELETE FROM made_with")
                    connection.execute("DELETE FROM brought_in")
                connection.execute("INSERT OR REPLACE INTO made_with VALUES (?)", (model_sha256,))
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._unwritable(why(error)) from error
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise AtlasBusy(
                    say(
                        "Another process is building the atlas in {parent}: wait for it.",
                        parent=self._path.parent,
                    ),
                    value=self._path,
                ) from error
            raise self._unwritable(str(error)) from error
        except sqlite3.Error as error:
            raise self._unwritable(str(error)) from error

    def _unwritable(self, reason: str) -> OutputError:
        return OutputError(
            say("{path} cannot be written: {reason}.", path=self._path, reason=reason),
            value=self._path,
        )


def _key(path: Path) -> str | bytes:
    """Give what the database knows an image by: on Linux, a name need not be text."""
    name = str(path)
    return name if is_text(name) else os.fsencode(name)
