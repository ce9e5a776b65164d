"""One random key, and the keys that are derived from it, each for one purpose.

References
----------
.. [1] Krawczyk, Eronen, "HMAC-based Extract-and-Expand Key Derivation Function (HKDF)", RFC 5869,
   doi:10.17487/RFC5869.
"""

from __future__ import annotations

import hmac
import os
from dataclasses import dataclass
from typing import Final, Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

LENGTH: Final = 32  # bytes


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """All keys of a store. Its representation tells none of them.

    Parameters
    ----------
    data : bytes
        Random, 32 bytes; a passphrase wraps it (`core.cases.vault.key_file`).
    """

    data: bytes

    @classmethod
    def random(cls) -> Self:
        """Make those of a new store."""
        return cls(os.urandom(LENGTH))

    @property
    def database(self) -> str:
        """SQLCipher's, in hexadecimal digits."""
        return self._derived(b"database").hex()

    def image_name(self, sha256: str) -> str:
        """Name of an original's file, which says nothing about its bytes to others.

        Parameters
        ----------
        sha256 : str
            Of the original.

        Returns
        -------
        str
            64 hexadecimal digits, the same ones for the same bytes.
        """
        return hmac.digest(self._derived(b"image names"), bytes.fromhex(sha256), "sha256").hex()

    def file(self, salt: bytes) -> bytes:
        """Key of one file, by the random bytes that stand in it."""
        return self._derived(b"file " + salt)

    def _derived(self, purpose: bytes) -> bytes:
        info = b"lentigo 1 " + purpose
        return HKDFExpand(algorithm=SHA256(), length=LENGTH, info=info).derive(self.data)
