"""Files that are sealed piece by piece, so that large ones need no more memory than small ones.

A file begins with a header: a mark, a version and random bytes that make its key. Pieces of 64 KiB
follow, each encrypted and authenticated by AES-256-GCM. Its nonce holds the number of the piece and
whether it is the last (the STREAM construction [1]_), so pieces cannot be exchanged, repeated or
dropped; the last one is also bound to what the file is, so files cannot take each other's place.

References
----------
.. [1] Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse
   Misuse-Resistance", CRYPTO 2015, doi:10.1007/978-3-662-47989-6_24.
"""

from __future__ import annotations

import io
import os
from typing import IO, TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.errors import StoreDamaged
from core.language import say

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

    from core.cases.vault.keys import Keys

_MARK: Final = b"LNTGSEAL\x01"
_SALT: Final = 32  # bytes
PIECE: Final = 1 << 16  # bytes
_TAG: Final = 16  # bytes
_HEADER: Final = len(_MARK) + _SALT


class SealedWriter(io.RawIOBase):
    """Seals what is written to it, to the end that `finish` sets.

    Parameters
    ----------
    file : binary file
        Where it goes, from its position on; whoever opened it closes it.
    keys : Keys
        Of the store.
    """

    def __init__(self, file: IO[bytes], keys: Keys) -> None:
        super().__init__()
        salt = os.urandom(_SALT)
        self._file = file
        self._header = _MARK + salt
        self._cipher = AESGCM(keys.file(salt))
        self._waiting = bytearray()
        self._number = 0
        file.write(self._header)

    def writable(self) -> bool:
        """Say that this is for writing."""
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Take bytes."""
        self._waiting += data
        # A piece goes once it is known not to be the last.
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False, more=b"")
            del self._waiting[:PIECE]
        return memoryview(data).nbytes

    def finish(self, meant: bytes) -> None:
        """Write the last piece, bound to what the file is."""
        self._put(bytes(self._waiting), last=True, more=meant)
        self._waiting.clear()

    def _put(self, plain: bytes, *, last: bool, more: bytes) -> None:
        nonce = _nonce(self._number, last=last)
        self._file.write(self._cipher.encrypt(nonce, plain, self._header + more))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Reads what was sealed, from any position; its end is checked before its beginning is read.

    Parameters
    ----------
    file : binary file
        Where it lies, from its position on to its end; whoever opened it closes it.
    keys : Keys
        Of the store.
    meant : bytes
        What the file is.

    Raises
    ------
    StoreDamaged
        Here or when reading, if it is not what was sealed as this.
    """

    def __init__(self, file: IO[bytes], keys: Keys, meant: bytes) -> None:
        super().__init__()
        self._file = file
        self._meant = meant
        self._start = file.tell()
        self._header = file.read(_HEADER)
        if len(self._header) != _HEADER or not self._header.startswith(_MARK):
            raise _changed()
        self._cipher = AESGCM(keys.file(self._header[len(_MARK) :]))
        length = file.seek(0, io.SEEK_END) - self._start - _HEADER
        self._count = max(1, -(-length // (PIECE + _TAG)))
        self.size = length - self._count * _TAG
        self._position = 0
        self._held: tuple[int, bytes] = (-1, b"")
        self._piece(self._count - 1)

    def readable(self) -> bool:
        """Say that this is for reading."""
        return True

    def seekable(self) -> bool:
        """Say that this can be read from anywhere."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a position, in bytes of what was sealed."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence]
        if base + offset < 0:
            raise ValueError(offset)
        self._position = base + offset
        return self._position

    def tell(self) -> int:
        """Give the position."""
        return self._position

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read as much of a piece as fits."""
        number, offset = divmod(self._position, PIECE)
        if self._position >= self.size:
            return 0
        view = memoryview(buffer).cast("B")
        part = self._piece(number)[offset : offset + len(view)]
        view[: len(part)] = part
        self._position += len(part)
        return len(part)

    def _piece(self, number: int) -> bytes:
        if self._held[0] == number:
            return self._held[1]
        last = number == self._count - 1
        self._file.seek(self._start + _HEADER + number * (PIECE + _TAG))
        sealed = self._file.read(PIECE + _TAG)
        bound = self._header + (self._meant if last else b"")
        try:
            plain = self._cipher.decrypt(_nonce(number, last=last), sealed, bound)
        except InvalidTag as error:
            raise _changed() from error
        self._held = (number, plain)
        return plain


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _changed() -> StoreDamaged:
    return StoreDamaged(say("A sealed file has been changed on the disk, or is not in its place."))
