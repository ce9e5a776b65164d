"""Writing files so that a reader finds the old one or the new one, never half of either.

And reading those of folders that come from strangers.
"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from core.errors import OutputError
from core.language import say
from core.reasons import why


def read_plain(path: Path) -> bytes:
    """Read a file of a folder that a stranger may have made.

    Raises
    ------
    OSError
        If it cannot be read; and if it is no plain file: a pipe would let us wait for ever, a
        device may have no end.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.ENOTSUP, say("it is no plain file"), str(path))
    return path.read_bytes()


def write_whole(path: Path, data: bytes) -> None:
    """Write aside, then rename into place; folders are made as needed.

    Raises
    ------
    OutputError
        If the disk is full, or writing is not permitted; nothing is left behind.
    """
    aside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
        aside = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        give_usual_rights(aside)
        aside.replace(path)
    except BaseException as error:  # the user's Ctrl-C, too, leaves nothing behind
        if aside is not None:
            aside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            message = say("{path} cannot be written: {reason}.", path=path, reason=why(error))
            raise OutputError(message, value=path) from error
        raise


def give_usual_rights(path: Path) -> None:
    """Let those read a file that was made aside who may read any other that the user makes."""
    path.chmod(0o666 & ~_umask())


def _umask() -> int:
    # The only way to read it is to set it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
