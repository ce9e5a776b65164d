"""One writer at a time: two that go on with one table would each add the same rows."""

from __future__ import annotations

import errno
import sys
from typing import BinaryIO, Final

_BUSY: Final = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_FAR: Final = 1 << 40  # beyond every table: Windows would keep readers off the bytes that it locks


def claim(file: BinaryIO) -> bool:
    """Claim a file until it is closed, or its process ends in whatever way.

    Parameters
    ----------
    file : binary file
        Open for writing.

    Returns
    -------
    bool
        False where another has claimed it. A file system that knows no claims lets everybody in.
    """
    try:
        _lock(file)
    except OSError as error:
        return error.errno not in _BUSY
    return True


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
