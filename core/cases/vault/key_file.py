"""The file beside the cases that holds their key, wrapped by a key made of the passphrase.

References
----------
.. [1] Biryukov, Dinu, Khovratovich, Josefsson, "Argon2 Memory-Hard Function for Password Hashing
   and Proof-of-Work Applications", RFC 9106, doi:10.17487/RFC9106.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.cases.vault.keys import LENGTH, Keys
from core.errors import (
    KeyFileDamaged,
    OutputError,
    PassphraseTooShort,
    StoreReadOnly,
    WrongPassphrase,
)
from core.files import write_whole
from core.language import say
from core.reasons import why

SHORTEST: Final = 8
"""Characters that a passphrase must have."""
_FORMAT: Final = 1
_Hex = Annotated[str, Field(pattern=r"^([0-9a-f]{2})+$")]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a guess at the passphrase costs: RFC 9106's second recommendation [1]_ by default.

    Parameters
    ----------
    memory : int
        KiB.
    passes : int
        Over that memory.
    lanes : int
        Threads.
    """

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


COST: Cost = Cost()
"""Of key files that are made from now on."""


class KeyFile(BaseModel):
    """What the file says.

    Parameters
    ----------
    format : int
        Of the file.
    kdf, memory, passes, lanes, salt
        How the passphrase becomes a key: Argon2id.
    cipher, nonce, wrapped
        The key of the store, encrypted with that key.
    sha256 : str
        Of all else, so that damage is told from a wrong passphrase.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1] = _FORMAT
    kdf: Literal["argon2id"] = "argon2id"
    memory: int = Field(ge=8, le=1 << 20)
    passes: int = Field(ge=1, le=64)
    lanes: int = Field(ge=1, le=64)
    salt: _Hex
    cipher: Literal["aes-256-gcm"] = "aes-256-gcm"
    nonce: _Hex
    wrapped: _Hex = ""
    sha256: str = ""

    @classmethod
    def wrap(cls, keys: Keys, passphrase: str) -> Self:
        """Wrap keys.

        Raises
        ------
        PassphraseTooShort
            If it is.
        """
        if len(passphrase) < SHORTEST:
            raise PassphraseTooShort(
                say("A passphrase needs at least {count} characters.", count=SHORTEST)
            )
        bare = cls(
            memory=COST.memory,
            passes=COST.passes,
            lanes=COST.lanes,
            salt=os.urandom(16).hex(),
            nonce=os.urandom(12).hex(),
        )
        cipher = AESGCM(bare._key(passphrase))
        wrapped = cipher.encrypt(bytes.fromhex(bare.nonce), keys.data, bare._parameters())
        full = bare.model_copy(update={"wrapped": wrapped.hex()})
        return full.model_copy(update={"sha256": full.checksum()})

    @classmethod
    def parse(cls, content: bytes, *, where: Path) -> Self:
        """Read what a file says.

        Raises
        ------
        KeyFileDamaged
            If it is none, or not what was written.
        """
        try:
            read = cls.model_validate_json(content)
        except ValidationError as error:
            raise _damaged(where) from error
        if read.sha256 != read.checksum():
            raise _damaged(where)
        return read

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Read a file; None where there is none.

        Raises
        ------
        KeyFileDamaged
            If it cannot be read, or is damaged.
        """
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise KeyFileDamaged(
                say("{source} cannot be read: {reason}.", source=path, reason=why(error)),
                value=path,
            ) from error
        return cls.parse(content, where=path)

    def unwrap(self, passphrase: str) -> Keys:
        """Open it.

        Raises
        ------
        WrongPassphrase
            If it is not the one.
        """
        cipher = AESGCM(self._key(passphrase))
        sealed = bytes.fromhex(self.wrapped)
        try:
            return Keys(cipher.decrypt(bytes.fromhex(self.nonce), sealed, self._parameters()))
        except InvalidTag as error:
            raise WrongPassphrase(say("This is not the passphrase of the cases.")) from error

    def write(self, path: Path) -> None:
        """Keep it; one that is there is replaced at once.

        Raises
        ------
        StoreReadOnly
            If it cannot be written.
        """
        try:
            write_whole(path, self.content)
        except OutputError as error:
            raise StoreReadOnly(error.message, value=path) from error

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.model_dump_json(indent=1).encode()

    def _key(self, passphrase: str) -> bytes:
        # One keyboard writes an accented letter as one character, another one as two.
        words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        return Argon2id(
            salt=bytes.fromhex(self.salt),
            length=LENGTH,
            iterations=self.passes,
            lanes=self.lanes,
            memory_cost=self.memory,
        ).derive(words)

    def _parameters(self) -> bytes:
        return self.model_dump_json(exclude={"wrapped", "sha256"}).encode()

    def checksum(self) -> str:
        """Give what `sha256` ought to be."""
        return hashlib.sha256(self.model_dump_json(exclude={"sha256"}).encode()).hexdigest()


def _damaged(where: Path) -> KeyFileDamaged:
    return KeyFileDamaged(
        say(
            "The key of the cases in {path} is damaged. Without it nobody can read them: put the "
            "file back from a copy, or restore a backup.",
            path=where,
        ),
        value=where,
    )
