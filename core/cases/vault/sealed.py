"""Originals that lie sealed, under names that say nothing about their bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from core.cases.forms import SEALED, Original, Writing
from core.cases.vault.keys import Keys
from core.cases.vault.sealing import SealedReader, SealedWriter
from core.errors import AccessDenied, FileMissing, StoreDamaged, UnreadableImage
from core.language import say
from core.reasons import why


@dataclass(frozen=True, slots=True)
class SealedOriginal:
    """An original that is unsealed in memory whenever it is read; no plain file is made.

    Parameters
    ----------
    path : Path
        Where it lies.
    name : str
        What it was sealed as.
    keys : Keys
        Of the store.
    """

    path: Path
    name: str = field(compare=False)
    keys: Keys = field(compare=False, repr=False)

    def read_whole(self) -> bytes:
        """Give the bytes of the image.

        Raises
        ------
        FileMissing, AccessDenied
            If the file cannot be read.
        UnreadableImage
            If it is not what was sealed.
        """
        try:
            with self.path.open("rb") as file:
                return SealedReader(file, self.keys, _meant(self.name)).readall()
        except FileNotFoundError as error:
            raise FileMissing(
                say("The original of this image is not in the image store any more."),
                value=self.path,
            ) from error
        except OSError as error:
            words = say("The original of this image cannot be read: {reason}.", reason=why(error))
            raise AccessDenied(words, value=self.path) from error
        except StoreDamaged as error:
            words = say("The original of this image has been changed on the disk.")
            raise UnreadableImage(words, value=self.path) from error


class _SealedWriting:
    def __init__(self, file: IO[bytes], keys: Keys) -> None:
        self._keys = keys
        self._writer = SealedWriter(file, keys)
        self.write = self._writer.write

    def finish(self, sha256: str) -> None:
        """Bind the file to its name."""
        self._writer.finish(_meant(self._keys.image_name(sha256)))


@dataclass(frozen=True, slots=True)
class Sealed:
    """Sealed with the keys of a store.

    Parameters
    ----------
    keys : Keys
        Of the store.
    """

    keys: Keys = field(repr=False)

    @property
    def folder(self) -> str:
        """A folder of their own, so that plain and sealed ones never mix."""
        return SEALED

    def name(self, sha256: str) -> str:
        """Give a name that is made with a key."""
        return self.keys.image_name(sha256)

    def original(self, path: Path, sha256: str) -> Original:
        """Give what unseals itself when it is read."""
        return SealedOriginal(path, self.name(sha256), self.keys)

    def writing(self, file: IO[bytes]) -> Writing:
        """Seal what is written."""
        return _SealedWriting(file, self.keys)

    @contextmanager
    def reading(self, path: Path, sha256: str) -> Iterator[IO[bytes]]:
        """Unseal what is read."""
        with path.open("rb") as file:
            reader = SealedReader(file, self.keys, _meant(self.name(sha256)))
            with io.BufferedReader(reader) as reading:
                yield reading


def _meant(name: str) -> bytes:
    return b"image " + name.encode()
