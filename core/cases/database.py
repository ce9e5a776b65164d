"""The database of cases: opened, brought up to date, and asked in transactions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from sqlalchemy import URL, Engine, create_engine

from core.cases.address import CaseAddress
from core.cases.revisions import SCHEMA
from core.errors import StoreReadOnly
from core.language import say
from core.reasons import why
from core.sql.failures import named_failures
from core.sql.revisions import bring_up_to_date
from core.sql.sqlite import PATIENCE, tell_sqlite
from core.sql.transactions import Transactions

if TYPE_CHECKING:
    from core.cases.vault.keys import Keys

_OPEN: Final = Counter[URL]()


class Database(Transactions):
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
        # Several reads of one view agree with each other; SQLite's always do.
        viewing = {} if address.file else {"isolation_level": "REPEATABLE READ"}
        super().__init__(engine, SCHEMA, where=address.words, file=address.file, viewing=viewing)
        self.address = address
        self._counted = True
        _OPEN[address.database] += 1

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
            tell_sqlite(engine)
        return cls(engine, address)

    def fold_journal(self) -> None:
        """Have SQLite's journal emptied, in which deleted text would stay until all close.

        While somebody else reads it cannot be; whoever closes last does it then.
        """
        if self.address.file is None:
            return
        with named_failures(self.schema.words), self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 200")  # a deletion shall not hang
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")

    def close(self) -> None:
        """Close all connections; SQLite folds its journal into the file."""
        super().close()
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
            "creator": lambda: cipher.connect(file, key, patience=PATIENCE),
        }
    if address.file is not None:
        return {"connect_args": {"timeout": PATIENCE}}
    settings = {"lock_timeout": int(PATIENCE * 1000), "timezone": "UTC"}
    return {
        "connect_args": {
            "connect_timeout": int(PATIENCE),
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
                reason=why(error),
            ),
            value=folder,
        ) from error
