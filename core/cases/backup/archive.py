"""What a backup is: a ZIP file of tables, originals, and a list of both with their checksums."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from core.cases.backup.sealed import Seal, reading
from core.errors import BackupDamaged
from core.language import say
from core.reasons import why

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
_PART: Final = 1 << 20  # bytes
_ENCRYPTED: Final = 1  # in a member's flags
_BROKEN: Final = (
    zipfile.BadZipFile,
    KeyError,
    ValidationError,
    EOFError,
    NotImplementedError,
    UnicodeError,
)


class Manifest(BaseModel):
    """What a backup holds.

    Parameters
    ----------
    format : int
        Of the backup itself.
    revision : str
        Of the tables: see `core.cases.tables.REVISION`.
    made : str
        When, ISO 8601, UTC.
    rows : dict of str to int
        Number of rows of each table.
    missing : list of str
        Checksums of originals that were not in the store any more, or had been changed.
    sha256 : dict of str to str
        Checksum of each member.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: int
    revision: str
    made: str
    rows: dict[str, int]
    missing: list[str]
    sha256: dict[str, str]


def table_member(name: str) -> str:
    """Name of a table's member: a JSON object a line."""
    return f"tables/{name}.jsonl"


def image_member(sha256: str) -> str:
    """Name of an original's member."""
    return f"images/{sha256}"


@contextmanager
def opened(path: Path, seal: Seal | None = None) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Open a backup and read what it holds.

    Parameters
    ----------
    path : Path
        The backup.
    seal : Seal, optional
        What it is sealed with.

    Raises
    ------
    BackupDamaged
        If it is none, ends early, or is of a newer Lentigo.
    """
    try:
        with reading(path, seal) as file, zipfile.ZipFile(file) as archive:
            _require_stored(path, archive)
            manifest = Manifest.model_validate_json(archive.read(MANIFEST))
            if manifest.format > FORMAT:
                raise BackupDamaged(
                    say(
                        "{path} was made by a newer version of Lentigo: restore it with that one.",
                        path=path,
                    ),
                    value=path,
                )
            yield archive, manifest
    except FileNotFoundError as error:
        raise BackupDamaged(say("{path} is not there.", path=path), value=path) from error
    except _BROKEN as error:
        raise BackupDamaged(
            say("{path} is no backup, or is damaged.", path=path), value=path
        ) from error
    except OSError as error:
        raise BackupDamaged(
            say("{path} cannot be read: {reason}.", path=path, reason=why(error)), value=path
        ) from error


def _require_stored(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuse what unpacks to more than it is, or is encrypted: ours are stored as they are."""
    packed = any(one.compress_type != zipfile.ZIP_STORED for one in archive.infolist())
    if packed or any(one.flag_bits & _ENCRYPTED for one in archive.infolist()):
        raise BackupDamaged(say("{path} was packed by another program.", path=path), value=path)


def copy_hashed(source: IO[bytes], target: IO[bytes] | None) -> str:
    """Copy to the end, and return the SHA-256 of what went through."""
    digest = hashlib.sha256()
    while part := source.read(_PART):
        digest.update(part)
        if target is not None:
            target.write(part)
    return digest.hexdigest()
