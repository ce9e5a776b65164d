"""The database of cases: opened, brought up to date, and asked in transactions."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event

from core.cases.address import CaseAddress
from core.cases.failures import named_failures
from core.errors import StoreReadOnly
from core.language import say

if TYPE_CHECKING:
    from core.cases.vault.keys import Keys

_PATIENCE: Final = 10.0  # seconds that a writer waits for another
_OPEN: Final = Counter[URL]()
_WRITING: Final = "lentigo_writing"
_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is overwritten, not only forgotten
)


class Database:
    """A database of cases that is open.

    Parameters
    ----------
    engine : Engine
        SQLAlchemy's.
    address : CaseAddress
        Where it lies.

    See Also
    --------
    Database.open
    """

    def __init__(self, engine: Engine, address: CaseAddress) -> None:
        self._engine = engine
        self.address = address
        self._counted = True
        _OPEN[address.database] += 1
        # Several reads of one view agree with each other; SQLite's always do.
        self._viewing = {} if address.file else {"isolation_level": "REPEATABLE READ"}

    @classmethod
    def open(cls, address: CaseAddress, *, keys: Keys | None = None) -> Self:
        """Open a database, and make or migrate its tables as needed.

        Parameters
        ----------
        address : CaseAddress
            Where it lies.
        keys : Keys, optional
            Of cases under a passphrase.

        Raises
        ------
        StoreError
            One of its subclasses: it cannot be opened or reached, is no database, is damaged,
            write-protected, held by another program, or of a newer Lentigo.
        """
        from core.cases.revisions import bring_up_to_date

        database = cls.connect(address, keys=keys)
        try:
            bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return database

    @classmethod
    def connect(cls, address: CaseAddress, *, keys: Keys | None = None) -> Self:
        """Be ready to ask a database, whatever is in it; parameters are those of `open`.

        Raises
        ------
        StoreReadOnly
            If the folder of its file cannot be made.
        """
        engine = create_engine(
            address.database,
            hide_parameters=True,  # errors would quote what was to be kept
            **_options(address, keys),
        )
        if address.file is not None:
            _make_folder(address.file.parent)
            _tell_sqlite(engine)
        return cls(engine, address)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view, which waits for nobody."""
        with named_failures(), self._engine.connect() as connection:
            viewing = connection.execution_options(**self._viewing)
            with viewing.begin():
                yield viewing

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept once the block ends, or nothing."""
        with named_failures(), self._engine.connect() as connection:
            writing = connection.execution_options(**{_WRITING: True})
            with writing.begin():
                yield writing

    def fold_journal(self) -> None:
        """Have SQLite's journal emptied, in which deleted text would stay until all close.

        While somebody else reads it cannot be; whoever closes last does it then.
        """
        if self.address.file is None:
            return
        with named_failures(), self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 200")  # a deletion shall not hang
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(_PATIENCE * 1000)}")

    def close(self) -> None:
        """Close all connections; SQLite folds its journal into the file."""
        self._engine.dispose()
        if self._counted:
            self._counted = False
            _OPEN[self.address.database] -= 1

    @staticmethod
    def is_open(address: CaseAddress) -> bool:
        """Tell whether this process has it open.

        Locks tell other processes apart, but not two copies of SQLite in one: Python's own and
        SQLCipher's.
        """
        return _OPEN[address.database] > 0


def _options(address: CaseAddress, keys: Keys | None) -> dict[str, Any]:
    if address.file is not None and keys is not None:
        from core.cases.vault import cipher

        file, key = address.file, keys.database
        return {
            "module": cipher.MODULE,
            "creator": lambda: cipher.connect(file, key, patience=_PATIENCE),
        }
    if address.file is not None:
        return {"connect_args": {"timeout": _PATIENCE}}
    settings = {"lock_timeout": int(_PATIENCE * 1000), "timezone": "UTC"}
    return {
        "connect_args": {
            "connect_timeout": int(_PATIENCE),
            "options": " ".join(f"-c {name}={value}" for name, value in settings.items()),
        },
        # A server that went away is noticed before a query, not in the middle of an edit.
        "pool_pre_ping": True,
    }


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreReadOnly(
            say(
                "{folder} cannot be made for the cases: {reason}.",
                folder=folder,
                reason=error.strerror,
            ),
            value=folder,
        ) from error


def _tell_sqlite(engine: Engine) -> None:
    """Have readers and writer in parallel, commits on the disk, and references that hold."""

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        # Python's own transactions would begin too late to lock: see `_begun`.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING)
        # A writer that first reads and then wants to write can only fail where another was quicker.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
