"""Writing a backup of a store that is in use."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Final

from sqlalchemy import Connection, Table, select

from core.cases.backup.archive import (
    FORMAT,
    MANIFEST,
    Manifest,
    copy_hashed,
    image_member,
    table_member,
)
from core.cases.backup.sealed import Seal, writing
from core.cases.backup.verify import verify
from core.cases.database import Database
from core.cases.image_store import ImageStore
from core.cases.progress import Progress, nobody
from core.cases.removal import is_used
from core.cases.tables import IMAGES, METADATA, REMOVALS, REVISION
from core.errors import FileMissing, OutputError, StoreDamaged
from core.language import say
from core.reasons import why

_LEFT_OUT: Final = frozenset({REMOVALS.name})
_ROWS: Final = 1000


def write_backup(
    database: Database,
    images: ImageStore,
    path: Path,
    *,
    seal: Seal | None = None,
    progress: Progress = nobody,
) -> Manifest:
    """Write everything into one file, and read it back before it counts.

    Parameters
    ----------
    database : Database
        Whose rows, as of this moment; others may go on writing.
    images : ImageStore
        Whose originals.
    path : Path
        The file; one that is there is replaced once the new one is whole.
    seal : Seal, optional
        What it is sealed with; the cases' own, where they are under a passphrase.
    progress : callable, optional
        Called with how many originals are done, and how many there are.

    Returns
    -------
    Manifest
        What it holds. `missing` names originals that the store has lost: all else is there.

    Raises
    ------
    OutputError
        If the file cannot be written, or what was written is not what is read back.
    """
    try:
        with _aside(path) as aside:
            with writing(aside, seal) as file:
                manifest = _write(database, images, file, progress)
            verify(aside, seal)
    except OSError as error:
        raise OutputError(
            say("{path} cannot be written: {reason}.", path=path, reason=why(error)),
            value=path,
        ) from error
    return manifest


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """Give a file beside the one that is meant, which takes its place at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as file:
        aside = Path(file.name)
    try:
        yield aside
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _write(database: Database, images: ImageStore, file: IO[bytes], progress: Progress) -> Manifest:
    sums: dict[str, str] = {}
    with zipfile.ZipFile(file, "w") as archive:
        with database.reading() as connection:
            rows = {
                table.name: _write_table(connection, table, archive, sums)
                for table in METADATA.sorted_tables
                if table.name not in _LEFT_OUT
            }
            wanted = sorted(set(connection.execute(select(IMAGES.c.sha256)).scalars()))
        missing = []
        for done, sha256 in enumerate(wanted):
            progress(done, len(wanted))
            if not _write_image(images, sha256, archive, sums):
                missing.append(sha256)
        progress(len(wanted), len(wanted))
        manifest = Manifest(
            format=FORMAT,
            revision=REVISION,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            rows=rows,
            missing=_still_wanted(database, missing),
            sha256=sums,
        )
        archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    return manifest


def _write_table(
    connection: Connection, table: Table, archive: zipfile.ZipFile, sums: dict[str, str]
) -> int:
    count = 0
    buffer = io.BytesIO()
    result = connection.execution_options(yield_per=_ROWS).execute(select(table))
    for row in result.mappings():
        buffer.write(json.dumps(dict(row), default=_plain, ensure_ascii=False).encode() + b"\n")
        count += 1
    buffer.seek(0)
    name = table_member(table.name)
    with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
        sums[name] = copy_hashed(buffer, member)
    return count


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(type(value))


def _write_image(
    images: ImageStore, sha256: str, archive: zipfile.ZipFile, sums: dict[str, str]
) -> bool:
    """Add an original; tell whether it is there and what it was."""
    try:
        images.require_whole(sha256)
    except (FileMissing, StoreDamaged):
        return False
    name = image_member(sha256)
    with (
        images.reading(sha256) as file,
        archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member,
    ):
        sums[name] = copy_hashed(file, member)
    return True


def _still_wanted(database: Database, missing: list[str]) -> list[str]:
    """Leave out those that somebody has deleted while the backup was written."""
    with database.reading() as connection:
        return [sha256 for sha256 in missing if is_used(connection, sha256)]
