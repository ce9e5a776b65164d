"""A backup of cases under a passphrase: the archive sealed as one file, with its own key file.

It is opened with the passphrase that the cases had when it was made.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from core.cases.address import CaseAddress
from core.errors import BackupDamaged, KeyFileDamaged, StoreDamaged, StoreSealed
from core.language import say
from core.reasons import why

if TYPE_CHECKING:
    from core.cases.vault.key_file import KeyFile
    from core.cases.vault.keys import Keys

_MARK: Final = b"LNTGBKUP\x01"
_LONGEST: Final = 1 << 16  # bytes of a key file


@dataclass(frozen=True, slots=True)
class Seal:
    """What a backup is sealed with.

    Parameters
    ----------
    key_file : KeyFile
        As it stands in the backup.
    keys : Keys
        That it holds.
    """

    key_file: KeyFile
    keys: Keys = field(repr=False)


def own_seal(address: CaseAddress, keys: Keys | None) -> Seal | None:
    """Give what backups of some cases are sealed with.

    Raises
    ------
    KeyFileDamaged
        If their key file is not there any more, or damaged: nobody could open the backup.
    """
    if keys is None:
        return None
    from core.cases.vault.key_file import KeyFile

    key_file = KeyFile.read(address.key_file)
    if key_file is None:
        raise KeyFileDamaged(
            say("The key of the cases, {path}, is not there any more.", path=address.key_file)
        )
    return Seal(key_file, keys)


def is_sealed(path: Path) -> bool:
    """Tell whether a backup takes a passphrase; one that cannot be read takes none."""
    try:
        with path.open("rb") as file:
            return _key_file(file) is not None
    except OSError:
        return False


def seal_of(path: Path, passphrase: str | None) -> Seal | None:
    """Give what a backup is sealed with; None where it is not.

    Raises
    ------
    StoreSealed, WrongPassphrase
        If there is no passphrase, or it is not the backup's.
    BackupDamaged, KeyFileDamaged
        If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = _key_file(file)
    except FileNotFoundError as error:
        raise BackupDamaged(say("{source} is not there.", source=path), value=path) from error
    except OSError as error:
        raise BackupDamaged(
            say("{source} cannot be read: {reason}.", source=path, reason=why(error)),
            value=path,
        ) from error
    if content is None:
        return None
    from core.cases.vault.key_file import KeyFile

    key_file = KeyFile.parse(content, where=path)
    if passphrase is None:
        raise StoreSealed(say("This backup is protected with a passphrase."), value=path)
    return Seal(key_file, key_file.unwrap(passphrase))


@contextmanager
def writing(path: Path, seal: Seal | None) -> Iterator[IO[bytes]]:
    """Write a backup's archive."""
    with path.open("wb") as file:
        if seal is None:
            yield file
            return
        from core.cases.vault.sealing import SealedWriter

        content = seal.key_file.content
        file.write(_MARK + len(content).to_bytes(4, "big") + content)
        writer = SealedWriter(file, seal.keys)
        with io.BufferedWriter(writer) as buffered:
            yield buffered
            buffered.flush()
            writer.finish(_meant(content))


@contextmanager
def reading(path: Path, seal: Seal | None) -> Iterator[IO[bytes]]:
    """Read a backup's archive.

    Raises
    ------
    BackupDamaged
        If it is not what was sealed.
    """
    with path.open("rb") as file:
        if seal is None:
            yield file
            return
        from core.cases.vault.sealing import SealedReader

        content = _key_file(file) or b""
        try:
            with io.BufferedReader(SealedReader(file, seal.keys, _meant(content))) as buffered:
                yield buffered
        except StoreDamaged as error:
            raise BackupDamaged(
                say("{path} is damaged: it has been changed.", path=path), value=path
            ) from error


def _key_file(file: IO[bytes]) -> bytes | None:
    """Read the key file that a sealed backup begins with."""
    if file.read(len(_MARK)) != _MARK:
        return None
    return file.read(min(_LONGEST, int.from_bytes(file.read(4), "big")))


def _meant(content: bytes) -> bytes:
    return b"backup " + sha256(content).digest()
