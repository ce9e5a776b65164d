"""A lock between processes, which the system lifts when its holder ends, however it does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock; wait for whoever has it.

    Parameters
    ----------
    path : Path
        A file of its own, which stays.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)  # which lifts it


def try_hold(file: IO[str]) -> bool:
    """Lock an open file until it is closed; say whether nobody else has it."""
    if sys.platform == "win32":
        return True  # no file that is open can be removed there, which is what this is for
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # tries for ten seconds
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
