"""Where cases lie: a database, and a folder of originals."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from core.cases.mounts import network_file_system
from core.errors import StoreOnNetwork, StoreUnavailable
from core.language import say

_FILE: Final = "cases.sqlite3"
_DRIVERS: Final = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}


@dataclass(frozen=True, slots=True)
class CaseAddress:
    """Where cases lie.

    Parameters
    ----------
    database : URL
        ``sqlite:///FILE`` or ``postgresql://USER@HOST/NAME``.
    images : Path
        Folder of the originals; it may lie elsewhere than the database.
    """

    database: URL
    images: Path

    @classmethod
    def default(cls) -> Self:
        """In the user's own data folder, or as ``$LENTIGO_CASES``, ``$LENTIGO_CASE_IMAGES`` say."""
        import platformdirs

        folder = platformdirs.user_data_path("lentigo", appauthor=False) / "cases"
        return cls.of(
            os.environ.get("LENTIGO_CASES", ""), images=os.environ.get("LENTIGO_CASE_IMAGES", ""),
            folder=folder,
        )  # fmt: skip

    @classmethod
    def of(cls, database: str, *, images: str = "", folder: Path) -> Self:
        """Read an address as a user writes it.

        Parameters
        ----------
        database : str
            A PostgreSQL URL, a file, or nothing for a file in `folder`.
        images : str
            A folder, or nothing for one in `folder`.
        folder : Path
            Where both lie by default.

        Raises
        ------
        StoreUnavailable
            If it is the URL of something else.
        StoreOnNetwork
            If the file lies on a network file system.
        """
        url = _url(database) if "://" in database else _file(Path(database or folder / _FILE))
        return cls(url, Path(images) if images else folder / "images")

    @property
    def file(self) -> Path | None:
        """SQLite's file; None with PostgreSQL."""
        named = self.database.database
        local = self.database.get_backend_name() == "sqlite" and named is not None
        return Path(named) if local and named is not None else None

    @property
    def key_file(self) -> Path:
        """Where the wrapped key lies, of cases under a passphrase."""
        return self.images / "cases.key" if self.file is None else beside(self.file, ".key")

    @property
    def sealed(self) -> bool:
        """Whether there is such a key; where nobody may look, opening the cases says so."""
        return os.path.exists(self.key_file)  # noqa: PTH110 - Path raises where it may not look

    @property
    def words(self) -> str:
        """How a user knows it: the file, or the URL without its password."""
        return str(self.file) if self.file else self.database.render_as_string(hide_password=True)


def beside(path: Path, ending: str) -> Path:
    """Name a file that goes with another one."""
    return path.with_name(path.name + ending)


def _file(path: Path) -> URL:
    """Address of a local file.

    Raises
    ------
    StoreOnNetwork
        If it lies on a network file system.
    """
    whole = path.expanduser().absolute()
    remote = network_file_system(whole.parent)
    if remote is not None:
        raise StoreOnNetwork(
            say(
                "Cases cannot be kept in {whole}: it lies on a network file system ({remote}), "
                "where two programs can damage an SQLite file. Choose a local folder, or a "
                "PostgreSQL server for several workstations.",
                whole=whole,
                remote=remote,
            ),
            value=whole,
        )
    return URL.create("sqlite", database=str(whole))


def _url(text: str) -> URL:
    try:
        url = make_url(text)
        driver = _DRIVERS[url.get_backend_name()]
    except (ArgumentError, KeyError) as error:
        raise StoreUnavailable(
            say(
                "Cases are kept in a local SQLite file or on a PostgreSQL server "
                "(postgresql://USER@HOST/NAME), nowhere else."
            ),
            value=text.partition("@")[2] or text.partition(":")[0],
        ) from error
    if driver == "sqlite":
        if not url.database or url.database == ":memory:":
            raise StoreUnavailable(
                say("An SQLite address names no file: sqlite:///FILE."), value=text
            )
        return _file(Path(url.database))
    return url.set(drivername=driver)
