"""Putting cases under a passphrase, or taking them out: what a kill leaves, and who may go on.

Everything is written a second time, in its new form, and read back, before the key file appears or
disappears: that moment decides. Before it, a kill means that nothing has happened; after it, that
the old form is still to be removed. A file beside the key says which way it goes, and is locked by
whoever is at it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from core.cases.address import CaseAddress, beside
from core.cases.disk import named_writing
from core.cases.forms import SEALED
from core.cases.image_store import ImageStore
from core.errors import StoreBusy, StoreUnavailable
from core.language import marked, say
from core.sql.former import forget_former

_BUSY: Final = marked(
    "The cases are being encrypted or decrypted by another program. Nothing was lost: try again "
    "when it has ended."
)


class Way(StrEnum):
    """Which way it goes."""

    SEALING = "sealing"
    UNSEALING = "unsealing"


@dataclass(frozen=True, slots=True)
class Turning:
    """A conversion that somebody has begun.

    Parameters
    ----------
    address : CaseAddress
        Of which cases.
    way : Way
        Into which form.
    plain : frozenset of str
        Names of the plain originals that were there when it began.
    """

    address: CaseAddress
    way: Way
    plain: frozenset[str]

    @property
    def decided(self) -> bool:
        """Whether everything is there in its new form, and was read back."""
        return self.address.sealed is (self.way is Way.SEALING)

    def settle(self) -> None:
        """Remove the old form, or, before that was decided, the new one. May be done again.

        Raises
        ------
        StoreError
            If something cannot be removed.
        """
        with named_writing(self.address.images):
            self._settle_database()
            if self.address.sealed:
                self._drop_plain()
            else:
                self._drop_sealed()
            if self.decided:
                used_key(self.address).unlink(missing_ok=True)

    def _settle_database(self) -> None:
        old, new = self.address.file, new_database(self.address)
        if old is None or new is None:
            return
        if self.decided and new.exists():
            for ending in ("-wal", "-shm", "-journal"):
                beside(old, ending).unlink(missing_ok=True)
            new.replace(old)
        if self.decided:
            forget_former(old)
        for path in (new, beside(new, "-journal")):
            path.unlink(missing_ok=True)

    def _drop_sealed(self) -> None:
        folder = self.address.images / SEALED
        if folder.exists():
            shutil.rmtree(folder)

    def _drop_plain(self) -> None:
        """Remove plain originals: those that were sealed, or those made of sealed ones."""
        images = ImageStore(self.address.images)
        for name in list(images.names()):
            if (name in self.plain) is (self.way is Way.SEALING):
                images.remove(name)


def new_database(address: CaseAddress) -> Path | None:
    """Where the database is written in its new form; None with a server."""
    return None if address.file is None else beside(address.file, ".new")


def used_key(address: CaseAddress) -> Path:
    """Where the key file goes when it is needed no more."""
    return beside(address.key_file, ".used")


def settle(address: CaseAddress) -> None:
    """Complete or undo what a kill cut off.

    Raises
    ------
    StoreBusy
        If somebody is at it right now.
    StoreError
        If it cannot be done.
    """
    marker = _marker(address)
    if not os.path.exists(marker):  # noqa: PTH110 - Path raises where it may not look
        return
    with _held(marker) as connection:
        found = _read(connection, address)
        if found is not None:
            found.settle()
        _remove_held(connection, marker)
    _remove_released(marker)


@contextmanager
def turning(address: CaseAddress, way: Way) -> Iterator[Turning]:
    """Begin a conversion; when the block ends, it is completed or undone.

    Raises
    ------
    StoreBusy
        If somebody else has begun one.
    """
    marker, settled = _marker(address), False
    try:
        with _held(marker) as connection:
            begun = Turning(address, way, frozenset(ImageStore(address.images).names()))
            _write(connection, begun)
            try:
                yield begun
            finally:
                begun.settle()
                settled = True
                _remove_held(connection, marker)
    finally:
        if settled:
            _remove_released(marker)


def _marker(address: CaseAddress) -> Path:
    return beside(address.key_file, ".turning")


@contextmanager
def _held(marker: Path) -> Iterator[sqlite3.Connection]:
    with named_writing(marker.parent):
        marker.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Open as long as the connection: so no other file gets its number, by which it is known,
        # and closing it takes no lock away.
        descriptor = os.open(marker, os.O_RDWR | os.O_CREAT, 0o600)
    connection = sqlite3.connect(marker, timeout=0, isolation_level=None)
    try:
        # The lock of its first transaction stays until it closes, or its process ends.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        if not _lies_there(descriptor, marker):  # whoever had it has just removed it
            raise StoreBusy(say(_BUSY), value=marker)
        yield connection
    except sqlite3.Error as error:
        # SQLite notices by itself, at times, that the file is not there any more.
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY or not _lies_there(descriptor, marker):
            raise StoreBusy(say(_BUSY), value=marker) from error
        raise StoreUnavailable(
            say("{path} cannot be used: {reason}.", path=marker, reason=error), value=marker
        ) from error
    finally:
        connection.close()
        os.close(descriptor)


def _lies_there(descriptor: int, marker: Path) -> bool:
    if os.name == "nt":
        return True  # nobody can remove what somebody has open
    try:
        return os.path.samestat(os.fstat(descriptor), marker.stat())
    except FileNotFoundError:
        return False


def _write(connection: sqlite3.Connection, begun: Turning) -> None:
    for statement in ("DROP TABLE IF EXISTS way", "DROP TABLE IF EXISTS plain"):
        connection.execute(statement)
    connection.execute("CREATE TABLE way (name TEXT)")
    connection.execute("CREATE TABLE plain (name TEXT)")
    connection.execute("INSERT INTO way VALUES (?)", (begun.way,))
    names = [(name,) for name in sorted(begun.plain)]
    connection.executemany("INSERT INTO plain VALUES (?)", names)
    connection.execute("COMMIT")


def _read(connection: sqlite3.Connection, address: CaseAddress) -> Turning | None:
    tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    if not tables:
        return None
    (way,) = connection.execute("SELECT name FROM way").fetchone()
    plain = connection.execute("SELECT name FROM plain").fetchall()
    return Turning(address, Way(way), frozenset(name for (name,) in plain))


def _remove_held(connection: sqlite3.Connection, marker: Path) -> None:
    """Remove it while its lock is held, so that nobody is at it any more when it goes."""
    if os.name == "nt":
        return  # what is open cannot be removed
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    # Without this, closing would remove a journal of this name, which may be another one's by then.
    connection.execute("PRAGMA journal_mode = OFF")
    _remove(marker)


def _remove_released(marker: Path) -> None:
    """Remove it where that was not possible before."""
    if os.name == "nt":
        _remove(marker)


def _remove(marker: Path) -> None:
    with suppress(OSError):  # somebody who looks at it; whoever opens the cases next removes it
        for path in (beside(marker, "-journal"), marker):
            path.unlink(missing_ok=True)
