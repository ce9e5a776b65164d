"""A database of cases that nobody else can use meanwhile, to be copied into another form."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.vault.cipher import MODULE, connect, raw
from core.errors import StoreBusy, StoreDamaged, StoreFull
from core.language import marked, say
from core.sql.failures import is_full

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

    from core.cases.vault.keys import Keys

_PATIENCE: Final = 1.0  # seconds
_BUSY: Final = marked(
    "The cases are open elsewhere. Close Lentigo there, and end its other commands; then try again."
)


@dataclass(frozen=True, slots=True)
class OwnedDatabase:
    """A database of which this is the only connection.

    Parameters
    ----------
    connection : Connection
        SQLCipher's.
    """

    connection: Connection

    @classmethod
    @contextmanager
    def owning(cls, address: CaseAddress, keys: Keys | None) -> Iterator[Self]:
        """Keep a database for oneself until the block ends.

        Raises
        ------
        StoreBusy
            If somebody else has it open.
        StoreFull, StoreDamaged
            If the copy cannot be written or read.
        """
        if address.file is None or Database.is_open(address):
            raise StoreBusy(say(_BUSY))
        connection = connect(address.file, _key(keys), patience=_PATIENCE)
        connection.isolation_level = None
        try:
            # Leaving the mode with a journal that is shared needs to be alone.
            connection.execute("PRAGMA journal_mode = DELETE").close()
            connection.execute("PRAGMA main.locking_mode = EXCLUSIVE").close()
            connection.execute("BEGIN EXCLUSIVE").close()
            connection.execute("COMMIT").close()
            yield cls(connection)
        except MODULE.DatabaseError as error:
            raise _named(error, address.file) from error
        finally:
            connection.close()

    def originals(self) -> frozenset[str]:
        """Give the checksums of all originals that images refer to."""
        return frozenset(row[0] for row in self.connection.execute("SELECT sha256 FROM images"))

    def copy(self, path: Path, keys: Keys | None) -> None:
        """Write everything into a new database, and compare what is read back.

        Raises
        ------
        StoreDamaged
            If that is not the same.
        """
        path.unlink(missing_ok=True)
        self._attach(path, keys)
        self.connection.execute("SELECT sqlcipher_export('fresh')").close()
        self.connection.execute("DETACH DATABASE fresh").close()
        self._attach(path, keys)  # from the disk
        if not self._same():
            raise StoreDamaged(say("The copy of the database is not what was written."), value=path)
        self.connection.execute("DETACH DATABASE fresh").close()

    def _attach(self, path: Path, keys: Keys | None) -> None:
        key = raw(_key(keys)) if keys is not None else ""
        self.connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(path), key)).close()

    def _same(self) -> bool:
        schema = "SELECT type, name, tbl_name, sql FROM {}.sqlite_master"
        if self._differ(schema.format("main"), schema.format("fresh")):
            return False
        found = self.connection.execute("PRAGMA fresh.integrity_check").fetchall()
        tables = self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [str(name) for (name,) in tables.fetchall()]
        return found == [("ok",)] and not any(self._changed(name) for name in names)

    def _changed(self, table: str) -> bool:
        # Names of our own tables; rows are unlike each other by their primary keys.
        return self._differ(f'SELECT * FROM main."{table}"', f'SELECT * FROM fresh."{table}"')  # noqa: S608  # names of our own tables

    def _differ(self, one: str, other: str) -> bool:
        both = (f"{one} EXCEPT {other}", f"{other} EXCEPT {one}")
        return any(self.connection.execute(f"{query} LIMIT 1").fetchone() for query in both)


def _key(keys: Keys | None) -> str:
    return "" if keys is None else keys.database


def _named(error: Exception, file: Path) -> StoreBusy | StoreFull | StoreDamaged:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {MODULE.SQLITE_BUSY, MODULE.SQLITE_LOCKED}:
        return StoreBusy(say(_BUSY))
    if is_full(error) or _lacks_room(code, file):
        return StoreFull(say("There is no room left on the disk for a second copy of the cases."))
    return StoreDamaged(say("The database of the cases cannot be copied: {reason}.", reason=error))


def _lacks_room(code: int, file: Path) -> bool:
    """Whether a copy failed for lack of room; SQLCipher's own copying says only that it failed."""
    failed: bool = code == MODULE.SQLITE_IOERR
    return failed and shutil.disk_usage(file.parent).free < file.stat().st_size
