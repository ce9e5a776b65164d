"""Originals on the disk, each under the checksum of its bytes, unchanged for ever."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from core.errors import (
    AccessDenied,
    FileMissing,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreUnavailable,
)
from core.language import say

_INCOMING: Final = "incoming"
_PART: Final = 1 << 20  # bytes
_HEX: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A copy of a file that has arrived in the store and waits to be put in its place.

    Parameters
    ----------
    path : Path
        Of the copy.
    sha256 : str
        Of its bytes.
    size : int
        Bytes.
    """

    path: Path
    sha256: str
    size: int


class ImageStore:
    """A folder of originals: ``ab/ab12…`` holds the bytes whose SHA-256 is ``ab12…``.

    Parameters
    ----------
    folder : Path
        Made when the first image arrives.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where an original lies, or would lie."""
        return self.folder / sha256[:2] / sha256

    @contextmanager
    def arriving(self, source: Path) -> Iterator[Arrived]:
        """Copy a file in; it stays if it is put in its place before the block ends.

        Raises
        ------
        FileMissing, AccessDenied
            If the file cannot be read.
        StoreFull, StoreReadOnly, StoreUnavailable
            If the copy cannot be written.
        """
        with _read(source):
            reading = source.open("rb")
        with reading, self.arriving_from(reading, name=source) as arrived:
            yield arrived

    @contextmanager
    def arriving_from(self, reading: IO[bytes], *, name: object = None) -> Iterator[Arrived]:
        """Do the same with what is read from somewhere, which errors call `name`."""
        arrived = self._copy(reading, name)
        try:
            yield arrived
        finally:
            arrived.path.unlink(missing_ok=True)

    def put(self, arrived: Arrived) -> None:
        """Put a copy in its place; one that is there and whole stays.

        Raises
        ------
        StoreFull, StoreReadOnly, StoreUnavailable
            If it cannot be put there.
        """
        place = self.path(arrived.sha256)
        with _written(self.folder):
            if place.exists() and _checksum(place) == arrived.sha256:
                return
            place.parent.mkdir(exist_ok=True, mode=0o700)
            arrived.path.replace(place)
            _sync_folder(place.parent)

    def remove(self, sha256: str) -> None:
        """Remove an original from the disk; one that is gone is no error.

        Raises
        ------
        StoreReadOnly, StoreUnavailable
            If it cannot be removed.
        """
        with _written(self.folder):
            self.path(sha256).unlink(missing_ok=True)

    def checksums(self) -> Iterator[str]:
        """Yield the checksums of all originals that are there, by name."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            names = sorted(path.name for path in folder.iterdir())
            yield from (name for name in names if len(name) == 64 and _HEX.issuperset(name))

    def require_whole(self, sha256: str) -> None:
        """Read an original and compare its checksum.

        Raises
        ------
        FileMissing
            If it is not there.
        StoreDamaged
            If its bytes have changed.
        """
        try:
            found = _checksum(self.path(sha256))
        except OSError as error:
            raise FileMissing(
                say("The original of this image is not in the image store any more."), value=sha256
            ) from error
        if found != sha256:
            raise StoreDamaged(
                say("The original of this image has been changed on the disk."), value=sha256
            )

    def clear_incoming(self) -> None:
        """Remove what an interrupted program was copying."""
        with _written(self.folder):
            for path in (self.folder / _INCOMING).glob("*.part"):
                path.unlink(missing_ok=True)

    def _copy(self, reading: IO[bytes], name: object) -> Arrived:
        with _written(self.folder):
            incoming = self.folder / _INCOMING
            incoming.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, file_name = tempfile.mkstemp(dir=incoming, suffix=".part")
        path = Path(file_name)
        digest, size = hashlib.sha256(), 0
        try:
            with os.fdopen(descriptor, "wb") as writing:
                while part := _next(reading, name):
                    digest.update(part)
                    size += len(part)
                    with _written(self.folder):
                        writing.write(part)
                with _written(self.folder):
                    writing.flush()
                    os.fsync(writing.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return Arrived(path, digest.hexdigest(), size)


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _next(reading: IO[bytes], name: object) -> bytes:
    with _read(name):
        return reading.read(_PART)


@contextmanager
def _read(source: object) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissing(say("{source} is not there.", source=source), value=source) from error
    except OSError as error:
        raise AccessDenied(
            say("{source} cannot be read: {reason}.", source=source, reason=error.strerror),
            value=source,
        ) from error


@contextmanager
def _written(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _failure(folder, error) from error


def _failure(folder: Path, error: OSError) -> StoreError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StoreFull(
            say(
                "There is no room left on the disk for images in {folder}. Nothing was lost: "
                "make room, and try again.",
                folder=folder,
            ),
            value=folder,
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return StoreReadOnly(
            say("Images cannot be written to {folder}: it is write-protected.", folder=folder),
            value=folder,
        )
    return StoreUnavailable(
        say(
            "Images cannot be written to {folder}: {reason}.", folder=folder, reason=error.strerror
        ),
        value=folder,
    )


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk, too, before anybody is told that the image is kept."""
    if os.name == "nt":
        return  # NTFS keeps names in its own journal; folders cannot be opened
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
