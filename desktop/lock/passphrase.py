"""A passphrase that can be checked but not read: scrypt, with a salt of its own.

References
----------
.. [1] Percival, Josefsson, "The scrypt Password-Based Key Derivation Function", RFC 7914, 2016.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import Final

SHORTEST: Final = 6
_COST, _BLOCK, _PARALLEL = 1 << 15, 8, 1  # about 32 MiB and a tenth of a second
_MEMORY: Final = 1 << 26


def hashed(passphrase: str) -> str:
    """Return what is kept of a passphrase."""
    salt = os.urandom(16)
    return f"scrypt:{salt.hex()}:{_derived(passphrase, salt).hex()}"


def matches(passphrase: str, kept: str) -> bool:
    """Tell whether this is the passphrase; never, where what is kept is odd."""
    name, _, rest = kept.partition(":")
    salt, _, expected = rest.partition(":")
    try:
        given = _derived(passphrase, bytes.fromhex(salt))
        return name == "scrypt" and hmac.compare_digest(given, bytes.fromhex(expected))
    except ValueError:
        return False


def _derived(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, maxmem=_MEMORY
    )
