"""How originals lie on the disk: as they came, or sealed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Final, Protocol, TypeAlias

from core.image_source import Held

SEALED: Final = "sealed"
"""Folder of sealed originals in the image store."""


Original: TypeAlias = Path | Held
"""Where the bytes of an original come from."""


class Form(Protocol):
    """How originals lie on the disk."""

    @property
    def folder(self) -> str:
        """Which folder of the image store is theirs; empty for the store's own."""

    def name(self, sha256: str) -> str:
        """Name of the file of an original."""

    def original(self, path: Path, sha256: str) -> Original:
        """Where the bytes come from, of what lies at a path."""

    def writing(self, file: IO[bytes]) -> Writing:
        """Write one into a file."""

    def reading(self, path: Path, sha256: str) -> AbstractContextManager[IO[bytes]]:
        """Read one.

        Raises
        ------
        OSError
            If the file cannot be read.
        StoreDamaged
            If it is not what was written.
        """


class Writing(Protocol):
    """An original on its way to the disk."""

    def write(self, data: bytes, /) -> object:
        """Take bytes."""

    def finish(self, sha256: str) -> None:
        """Say that these were all, and their checksum."""


class _PlainWriting:
    def __init__(self, file: IO[bytes]) -> None:
        self.write = file.write

    def finish(self, sha256: str) -> None:
        """Nothing is left to do."""


class Plain:
    """As they came."""

    folder = ""

    def name(self, sha256: str) -> str:
        """Give the checksum itself."""
        return sha256

    def original(self, path: Path, sha256: str) -> Original:  # noqa: ARG002 - as for any form
        """Give the file."""
        return path

    def writing(self, file: IO[bytes]) -> Writing:
        """Write the bytes as they are."""
        return _PlainWriting(file)

    @contextmanager
    def reading(self, path: Path, sha256: str) -> Iterator[IO[bytes]]:  # noqa: ARG002 - as above
        """Read the bytes as they are."""
        with path.open("rb") as file:
            yield file
