"""SQLite whose every page is encrypted: SQLCipher, also for its journal; it has no other files."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2

_CACHE_KIB: Final = 64 << 10
MODULE: Final = sqlcipher3.dbapi2
"""What SQLAlchemy is to use in the place of Python's own SQLite."""


def connect(path: Path, key: str = "", *, patience: float) -> sqlcipher3.dbapi2.Connection:
    """Connect to a file.

    Parameters
    ----------
    path : Path
        Made where there is none.
    key : str, optional
        64 hexadecimal digits; without them, the file is a plain one.
    patience : float
        Seconds to wait for others.
    """
    connection = MODULE.connect(str(path), timeout=patience, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE").close()  # it would write to stderr
    if key:
        # A key as it is: no passphrase, which SQLCipher would stretch at every connection.
        connection.execute(f'PRAGMA key = "{raw(key)}"').close()
        # A page costs more to read than SQLite reckons with: keep more of them unsealed in memory.
        connection.execute(f"PRAGMA cache_size = {-_CACHE_KIB}").close()
    return connection


def raw(key: str) -> str:
    """Write a key so that SQLCipher takes it as it is."""
    return f"x'{key}'"
