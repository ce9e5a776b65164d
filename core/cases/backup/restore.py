"""Putting a backup back, into a store that is empty: all of it or nothing."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Column, Connection, MetaData, Table, insert, inspect, select
from sqlalchemy.exc import (
    CompileError,
    DataError,
    IntegrityError,
    InterfaceError,
    ProgrammingError,
)

from core.cases.address import CaseAddress
from core.cases.audit.acts import Act
from core.cases.audit.trail import append
from core.cases.backup.archive import Manifest, opened, table_member
from core.cases.backup.sealed import Seal, seal_of
from core.cases.backup.verify import verify
from core.cases.database import Database
from core.cases.image_store import ImageStore
from core.cases.opening import image_store_of, keys_of
from core.cases.revisions import known_revisions, lock_all, upgrade
from core.cases.tables import METADATA
from core.cases.turning import settle
from core.errors import BackupDamaged, StoreNotEmpty, StoreTooNew
from core.file_names import readable
from core.language import say

if TYPE_CHECKING:
    from core.cases.vault.keys import Keys

_VERSIONS: Final = "alembic_version"
_ROWS: Final = 1000
_NO_ROWS: Final = (
    AttributeError, KeyError, OverflowError, RecursionError, TypeError, ValueError,
    CompileError, DataError, IntegrityError, InterfaceError, ProgrammingError,
)  # fmt: skip
"""What comes of them; that the database is busy, full or gone is none of these."""
_READERS: Final[dict[type, Callable[[Any], object]]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
}


def restore_backup(path: Path, address: CaseAddress, *, passphrase: str | None = None) -> Manifest:
    """Fill an empty store from a backup, made by this version or an earlier one.

    Parameters
    ----------
    path : Path
        The backup. It is read to its end before anything is written.
    address : CaseAddress
        Where the store is to lie; the database may be of another kind than the backup's.
    passphrase : str, optional
        Of a sealed backup; what is put back is under it as well. And of a store that is under one
        already: it must be the same.

    Returns
    -------
    Manifest
        What was put back.

    Raises
    ------
    BackupDamaged
        If the backup is none, or is damaged.
    StoreTooNew
        If a newer Lentigo made it.
    StoreNotEmpty
        If there are cases already.
    StoreSealed
        If it takes a passphrase, and none was given; or `WrongPassphrase`.
    StoreError
        If the store cannot be written.
    """
    seal = seal_of(path, passphrase)
    manifest = verify(path, seal)
    if manifest.revision not in known_revisions():
        raise StoreTooNew(
            say(
                "{path} was made by a newer version of Lentigo: restore it with that one.",
                path=path,
            ),
            value=path,
        )
    keys = _sealed_alike(address, seal, passphrase)
    database = Database.connect(address, keys=keys)
    try:
        with opened(path, seal) as (archive, _), database.writing() as connection:
            lock_all(connection)
            _make_empty(connection, address)
            with _named(path):
                _fill(connection, archive, manifest)
            _put_images(image_store_of(address, keys), archive, manifest)
            upgrade(connection)
            append(connection, Act.RESTORED, "store", details=readable(path.name))
    finally:
        database.close()
    return manifest


def _sealed_alike(address: CaseAddress, seal: Seal | None, passphrase: str | None) -> Keys | None:
    """Put an empty store under the backup's key, unless it has one of its own."""
    settle(address)
    own = keys_of(address, passphrase)
    if own is not None or seal is None:
        return own
    from core.cases.vault.conversion import seal as seal_store

    database = Database.connect(address)
    try:
        with database.writing() as connection:
            _require_empty(connection, address)
    finally:
        database.close()
    seal_store(address, seal.keys, seal.key_file)
    return seal.keys


def _make_empty(connection: Connection, address: CaseAddress) -> None:
    """Remove the tables of a store that was never used."""
    _require_empty(connection, address)
    METADATA.drop_all(connection)
    if inspect(connection).has_table(_VERSIONS):
        Table(_VERSIONS, MetaData()).drop(connection)


def _require_empty(connection: Connection, address: CaseAddress) -> None:
    """Check that there are no rows.

    Raises
    ------
    StoreNotEmpty
        If there are.
    """
    present = set(inspect(connection).get_table_names())
    for table in METADATA.sorted_tables:
        if table.name in present and connection.execute(select(table).limit(1)).first():
            raise StoreNotEmpty(
                say(
                    "There are cases in {words} already. A backup is put back into an empty "
                    "store only: name another with --database and --images.",
                    words=address.words,
                ),
                value=address.words,
            )


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Say of rows that are none, whose checksums fit, that the backup is not one of ours."""
    try:
        yield
    except _NO_ROWS as error:
        raise BackupDamaged(
            say("{path} holds rows that Lentigo did not write.", path=path), value=path
        ) from error


def _fill(connection: Connection, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Make the tables as they were when the backup was made, and put all rows back."""
    for table in tables_at(connection, manifest.revision).sorted_tables:
        if table.name not in manifest.rows:
            continue
        rows = _rows(table, archive)
        while part := list(islice(rows, _ROWS)):
            connection.execute(insert(table), part)


def tables_at(connection: Connection, revision: str) -> MetaData:
    """Make the tables of a revision in a database without any, and tell what they are."""
    upgrade(connection, revision)
    tables = MetaData()
    tables.reflect(connection)
    return tables


def _rows(table: Table, archive: zipfile.ZipFile) -> Iterator[dict[str, object]]:
    readers = {column.name: _reader(column) for column in table.columns}
    with archive.open(table_member(table.name)) as member:
        for line in member:
            row = json.loads(line)
            yield {
                name: None if value is None else readers[name](value) for name, value in row.items()
            }


def _reader(column: Column[Any]) -> Callable[[Any], object]:
    """How a value comes back from JSON."""
    try:
        kind = column.type.python_type
    except NotImplementedError:  # JSON has none
        return _as_it_is
    return _READERS.get(kind, _as_it_is)


def _as_it_is(value: object) -> object:
    return value


def _put_images(images: ImageStore, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    for name in manifest.sha256:
        if name.startswith("images/"):
            with archive.open(name) as member, images.arriving_from(member) as arrived:
                images.put(arrived)
