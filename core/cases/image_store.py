"""Originals on the disk, each in the place that its bytes give it, unchanged for ever."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from core.cases.disk import named_reading, named_writing, sync_folder
from core.cases.forms import Form, Original, Plain
from core.errors import FileMissing, StoreDamaged
from core.image_source import ImageSource
from core.language import marked, say

_INCOMING: Final = "incoming"
_PART: Final = 1 << 20  # bytes
_GONE: Final = marked("The original of this image is not in the image store any more.")
_CHANGED: Final = marked("The original of this image has been changed on the disk.")
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
    form : Form, optional
        How they lie there: as they came, unless they are sealed.
    """

    def __init__(self, folder: Path, form: Form | None = None) -> None:
        self.folder = folder
        self._form = form or Plain()
        self._shelves = folder / self._form.folder

    def path(self, sha256: str) -> Path:
        """Where the file of an original lies, or would lie."""
        name = self.name(sha256)
        return self._shelves / name[:2] / name

    def name(self, sha256: str) -> str:
        """Name of the file of an original."""
        return self._form.name(sha256)

    def original(self, sha256: str) -> Original:
        """Where the bytes of an original come from."""
        return self._form.original(self.path(sha256), sha256)

    @contextmanager
    def reading(self, sha256: str) -> Iterator[IO[bytes]]:
        """Read the bytes of an original.

        Raises
        ------
        FileMissing
            If it is not there.
        StoreDamaged
            If it is sealed, and not what was sealed.
        """
        with ExitStack() as stack:
            try:
                file = stack.enter_context(self._form.reading(self.path(sha256), sha256))
            except OSError as error:
                raise FileMissing(say(_GONE), value=sha256) from error
            yield file

    @contextmanager
    def arriving(self, source: ImageSource) -> Iterator[Arrived]:
        """Copy an image in; it stays if it is put in its place before the block ends.

        Raises
        ------
        ImageError
            If it cannot be read.
        StoreFull, StoreReadOnly, StoreUnavailable
            If the copy cannot be written.
        """
        with self._read(source) as reading:
            name = source if isinstance(source, Path) else None
            with self.arriving_from(reading, name=name) as arrived:
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
        with named_writing(self.folder):
            if place.exists() and self._is_whole(arrived.sha256):
                return
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            arrived.path.replace(place)
            sync_folder(place.parent)

    def remove(self, sha256: str) -> None:
        """Remove an original from the disk; one that is gone is no error.

        Raises
        ------
        StoreReadOnly, StoreUnavailable
            If it cannot be removed.
        """
        with named_writing(self.folder):
            self.path(sha256).unlink(missing_ok=True)

    def remove_named(self, name: str) -> None:
        """Remove the file of an original by its own name; errors are those of `remove`."""
        with named_writing(self.folder):
            (self._shelves / name[:2] / name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Yield the names of all files of originals that are there."""
        for folder in sorted(self._shelves.glob("[0-9a-f][0-9a-f]")):
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
        with self.reading(sha256) as file:
            try:
                found = _checksum(file)
            except OSError as error:
                raise FileMissing(say(_GONE), value=sha256) from error
        if found != sha256:
            raise StoreDamaged(say(_CHANGED), value=sha256)

    @staticmethod
    def _read(source: ImageSource) -> IO[bytes]:
        if not isinstance(source, Path):
            return io.BytesIO(source if isinstance(source, bytes) else source.read_whole())
        with named_reading(source):
            return source.open("rb")

    def _is_whole(self, sha256: str) -> bool:
        try:
            self.require_whole(sha256)
        except StoreDamaged:
            return False
        return True

    def clear_incoming(self) -> None:
        """Remove what an interrupted program was copying."""
        with named_writing(self.folder):
            for path in (self.folder / _INCOMING).glob("*.part"):
                path.unlink(missing_ok=True)

    def _copy(self, reading: IO[bytes], name: object) -> Arrived:
        with named_writing(self.folder):
            incoming = self.folder / _INCOMING
            incoming.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, file_name = tempfile.mkstemp(dir=incoming, suffix=".part")
        path = Path(file_name)
        digest, size = hashlib.sha256(), 0
        try:
            with os.fdopen(descriptor, "wb") as file, named_writing(self.folder):
                writing = self._form.writing(file)
                while part := _next(reading, name):
                    digest.update(part)
                    size += len(part)
                    writing.write(part)
                writing.finish(digest.hexdigest())
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return Arrived(path, digest.hexdigest(), size)


def _checksum(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while part := file.read(_PART):
        digest.update(part)
    return digest.hexdigest()


def _next(reading: IO[bytes], name: object) -> bytes:
    with named_reading(name):
        return reading.read(_PART)
