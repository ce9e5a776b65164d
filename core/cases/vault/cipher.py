"""SQLite whose every page is encrypted: SQLCipher, also for its journal; it has no other files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from core.errors import StoreUnavailable
from core.language import say


@contextmanager
def _own_functions_first() -> Iterator[None]:
    """Load a library so that it calls its own functions.

    TensorFlow shows a SQLite of its own to all that is loaded after it; SQLCipher would call that
    one, which takes no notice of keys, and write everything in clear.
    """
    deep = getattr(os, "RTLD_DEEPBIND", 0)  # other systems look up each library's functions apart
    if not deep:
        yield
        return
    before = sys.getdlopenflags()
    sys.setdlopenflags(before | deep)
    try:
        yield
    finally:
        sys.setdlopenflags(before)


with _own_functions_first():
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

    Raises
    ------
    StoreUnavailable
        If pages would not be encrypted.
    """
    connection = MODULE.connect(str(path), timeout=patience, check_same_thread=False)
    if not connection.execute("PRAGMA cipher_version").fetchall():
        connection.close()
        raise StoreUnavailable(say("SQLCipher does not work here: nothing would be encrypted."))
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
