"""All that users have learned in one file, and the way back from there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from core.errors import (
    BackupDamaged,
    OutputError,
    StoreDamaged,
    StoreNotEmpty,
    StoreTooNew,
)
from core.files import write_whole
from core.language import say
from core.learning.store.address import make_folder, require_local
from core.learning.store.database import open_database
from core.learning.store.schema import SCHEMA
from core.learning.store.soundness import can_be_read
from core.learning.store.tables import ANSWERS, PROFILES
from core.reasons import why
from core.sql.copies import copied, is_sound, looking_into, put_into
from core.sql.revisions import known_revisions


@dataclass(frozen=True, slots=True)
class Held:
    """How much there is.

    Parameters
    ----------
    profiles, answers : int
        Of everybody.
    """

    profiles: int
    answers: int


def write_backup(file: Path, path: Path) -> Held:
    """Write all that is kept into one file, at once or not at all.

    Parameters
    ----------
    file : Path
        What is kept; others may go on learning.
    path : Path
        The backup; one that is there is replaced once the new one is whole.

    Returns
    -------
    Held
        What it holds.

    Raises
    ------
    StoreError
        If what is kept cannot be read.
    OutputError
        If the backup cannot be written.
    """
    if path.absolute() == file.absolute():
        raise OutputError(say("A backup cannot lie where the answers themselves do."), value=path)
    with closing(open_database(file)) as database, database.reading() as connection:
        held = _counted(connection)
        data = copied(connection)
    write_whole(path, data)
    return held


def _counted(connection: Connection) -> Held:
    counts = [select(func.count()).select_from(table) for table in (PROFILES, ANSWERS)]
    return Held(*(connection.execute(one).scalar_one() for one in counts))


def restore_backup(path: Path, file: Path, *, replace: bool = False) -> Path | None:
    """Have all be as it was when a backup was made.

    Parameters
    ----------
    path : Path
        The backup, of this version or an earlier one; it is read to its end before anything is
        written.
    file : Path
        Where it is kept from now on.
    replace : bool
        Whether what is there may make room; it is put beside first.

    Returns
    -------
    Path or None
        Where that lies which made room.

    Raises
    ------
    BackupDamaged
        If it is no backup, or is not whole.
    StoreTooNew
        If a newer Lentigo made it.
    StoreNotEmpty
        If there are profiles, and they may not be replaced.
    StoreError
        If it cannot be written where it is kept.
    """
    require_local(file)
    with _verified(path) as source:
        aside = _make_room(file, replace=replace)
        make_folder(file.parent)
        put_into(source, file, words=SCHEMA.words)
    open_database(file).close()  # which brings it up to date
    return aside


@contextmanager
def _verified(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a backup that is whole, and ours."""
    if not path.is_file():
        raise BackupDamaged(say("{path} is not there.", path=path), value=path)
    with looking_into(path) as source:
        _require_sound(source, path)
        if not can_be_read(source):
            raise _no_backup(path)
        yield source


def _require_sound(source: sqlite3.Connection, path: Path) -> None:
    try:
        sound = is_sound(source)
        revisions = source.execute("SELECT version_num FROM alembic_version").fetchall()
        for table in (PROFILES, ANSWERS):
            source.execute(f"SELECT id FROM {table.name} LIMIT 1").close()  # noqa: S608 - ours
    except (sqlite3.Error, UnicodeDecodeError) as error:  # what it complains of need be no text
        raise _no_backup(path) from error
    if not sound or len(revisions) != 1:
        raise _no_backup(path)
    if revisions[0][0] not in known_revisions(SCHEMA):
        raise StoreTooNew(
            say(
                "{path} was made by a newer version of Lentigo: restore it with that one.",
                path=path,
            ),
            value=path,
        )


def _no_backup(path: Path) -> BackupDamaged:
    words = say("{path} is no backup of answers and collections, or is damaged.", path=path)
    return BackupDamaged(words, value=path)


def _make_room(file: Path, *, replace: bool) -> Path | None:
    """Put beside what is there; nothing where nobody has begun."""
    if not file.exists():
        return None
    aside = _beside(file)
    try:
        with closing(open_database(file)) as database, database.reading() as connection:
            held = _counted(connection)
    except StoreDamaged:
        if not replace:
            raise
        _move(file, aside)
        return aside
    if not held.profiles:
        return None
    if not replace:
        words = say("Somebody has learned here already: {file} would be replaced.", file=file)
        raise StoreNotEmpty(words, value=file)
    write_backup(file, aside)
    return aside


def _beside(file: Path) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return file.with_name(f"{file.stem}-until-{moment}{file.suffix}")


def _move(file: Path, aside: Path) -> None:
    """Move a database with its journal, without which it would be less than it is."""
    try:
        for ending in ("-wal", "-shm", ""):
            part = file.with_name(file.name + ending)
            if part.exists():
                part.replace(aside.with_name(aside.name + ending))
    except OSError as error:
        raise OutputError(
            say("{path} cannot be moved away: {reason}.", path=file, reason=why(error)),
            value=file,
        ) from error
