"""Opens a package that a stranger may have made: nothing of it is believed before it is checked."""

from __future__ import annotations

import hashlib
import json
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from core.errors import (
    AccessDenied,
    FileMissing,
    PackageDamaged,
    PackageUnsafe,
    PackageUnsupported,
)
from core.language import say
from core.learning.package.manifest import (
    CHECKSUM,
    EMBEDDINGS,
    FORMAT,
    MANIFEST,
    MOST_BYTES,
    MOST_ITEMS,
    Manifest,
    PackedItem,
)
from core.learning.package.vectors import rows_of
from core.reasons import why

MOST_TOTAL: Final = 8 << 30
"""Bytes of all that is in a package."""
_MOST_RATIO: Final = 100
"""How much smaller a member may lie in the file; pictures are compressed already."""
_FREE: Final = 1 << 20
"""Bytes below which nobody cares how well they are compressed."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NAME: Final = re.compile(r"images/[0-9a-f]{64}\.(jpg|png)|manifest\.(json|sha256)|embeddings\.f16")
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, ValueError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip


class OpenPackage:
    """A package whose list of members, and whose manifest, have been checked.

    Parameters
    ----------
    path : Path
        Where it lies.
    archive : ZipFile
        Open.
    """

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        _require_harmless(path, archive.infolist())
        self.manifest = self._manifest()

    def picture(self, item: PackedItem) -> bytes:
        """Read a picture.

        Raises
        ------
        PackageDamaged
            If it is not what was packed.
        """
        with named_failures(self._path):
            data = self._read(item.member or "", most=item.size)
        if hashlib.sha256(data).hexdigest() != item.sha256 or len(data) != item.size:
            raise damaged(self._path)
        return data

    def embeddings(self) -> Iterator[tuple[str, bytes]]:
        """Go through the checksums of its pictures with their embeddings; none where none are.

        Raises
        ------
        PackageDamaged
            If they are not what was packed, or are none.
        """
        model, pictures = self.manifest.model, self.manifest.pictures
        if model is None:
            return
        with named_failures(self._path):
            data = self._read(EMBEDDINGS, most=MOST_BYTES)
        rows = rows_of(data, channels=model.channels, rows=len(pictures))
        if rows is None or hashlib.sha256(data).hexdigest() != model.embeddings:
            raise damaged(self._path)
        yield from ((item.sha256, row) for item, row in zip(pictures, rows, strict=True))

    def _manifest(self) -> Manifest:
        content = self._read(MANIFEST, most=MOST_BYTES)
        _require_known(self._path, content)
        stated = self._read(CHECKSUM, most=64)
        if hashlib.sha256(content).hexdigest().encode() != stated:
            raise damaged(self._path)
        try:
            manifest = Manifest.model_validate_json(content)
        except ValidationError as error:
            raise damaged(self._path) from error
        listed = {MANIFEST, CHECKSUM, *(item.member for item in manifest.pictures)}
        if manifest.model is not None:
            listed.add(EMBEDDINGS)
        if listed != set(self._archive.namelist()):
            raise damaged(self._path)
        return manifest

    def _read(self, name: str, *, most: int) -> bytes:
        """Read a member, but never more than it may hold: what the file says of it may be a lie."""
        with self._archive.open(name) as member:
            data = member.read(most + 1)
        if len(data) > most:
            raise unsafe(self._path, say("a file in it is larger than it says"))
        return data


@contextmanager
def opened(path: Path) -> Iterator[OpenPackage]:
    """Open a package.

    Raises
    ------
    FileMissing, AccessDenied
        If the file cannot be read.
    PackageError
        One of its subclasses says why it cannot be used.
    """
    with named_failures(path):
        archive = zipfile.ZipFile(path)
    with archive:
        with named_failures(path):
            package = OpenPackage(path, archive)
        yield package


@contextmanager
def named_failures(path: Path) -> Iterator[None]:
    """Say why a package cannot be read, whatever fails while it is.

    Raises
    ------
    FileMissing, AccessDenied, PackageDamaged
        For what fails.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissing(say("{path} is not there.", path=path), value=path) from error
    except OSError as error:
        words = say("{path} cannot be read: {reason}.", path=path, reason=why(error))
        raise AccessDenied(words, value=path) from error
    except _BROKEN as error:
        raise damaged(path) from error


def damaged(path: Path) -> PackageDamaged:
    """Say that a file is not what was packed."""
    return PackageDamaged(
        say("{path} is no package of Lentigo, or is damaged: have it sent again.", path=path),
        value=path,
    )


def unsafe(path: Path, reason: str) -> PackageUnsafe:
    """Say what a file holds that no package does."""
    return PackageUnsafe(
        say(
            "{path} was not brought in: {reason}. It may be meant to do harm.",
            path=path,
            reason=reason,
        ),
        value=path,
    )


def _require_harmless(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    """Check all that the file says of its members.

    Raises
    ------
    PackageUnsafe
        If one of it is not as in a package.
    """
    if len(members) > MOST_ITEMS + 3:
        raise unsafe(path, say("it holds too many files"))
    if len({member.filename.casefold() for member in members}) != len(members):
        raise unsafe(path, say("it holds a file twice"))
    for member in members:
        if reason := _harm(member):
            raise unsafe(path, reason)
    if sum(member.file_size for member in members) > MOST_TOTAL:
        raise unsafe(path, say("it is too large"))


def _harm(member: zipfile.ZipInfo) -> str:
    """Say what is wrong with a member; empty where nothing is."""
    name = member.orig_filename
    if name.startswith(("/", "\\")) or ".." in name or ":" in name or "\\" in name or "\0" in name:
        return say("a file in it would lie elsewhere")
    if stat.S_ISLNK(member.external_attr >> 16):
        return say("it holds a link")
    if not _NAME.fullmatch(name):
        return say("it holds a file that does not belong in it")
    if member.compress_type not in _METHODS or member.flag_bits & 1:
        return say("a file in it is packed in an unusual way")
    if member.file_size > max(MOST_BYTES, _FREE) or _is_bomb(member):
        return say("a file in it would be too large")
    return ""


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_FREE, _MOST_RATIO * member.compress_size)


def _require_known(path: Path, content: bytes) -> None:
    try:
        stated = json.loads(content)["format"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged(path) from error
    if isinstance(stated, int) and stated > FORMAT:
        raise PackageUnsupported(
            say("{path} was packed by a newer version of Lentigo: update Lentigo.", path=path),
            value=path,
        )
