"""Take a file's bytes without being held up by what is not a file.

A path may name a pipe that nobody writes to, a device without end, or a directory. Each is refused
by name before a byte is read.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, Final

from core.errors import AccessDenied, FileMissing, ImageError, NotAFile, UnreadableImage
from core.language import say

if TYPE_CHECKING:
    from pathlib import Path

    from core.images.limits import Limits

# Not every system has every flag: Windows alone needs O_BINARY, and lacks the others.
_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)
_MISSING: Final = frozenset((errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EINVAL))
_DENIED: Final = frozenset((errno.EACCES, errno.EPERM))
_CHUNK: Final = 1 << 24


def read_bytes(path: Path, *, limits: Limits) -> bytes:
    """Read a regular file.

    Parameters
    ----------
    path : Path
        Anything a user may have named.
    limits : Limits
        `max_bytes` bounds the file.

    Returns
    -------
    bytes
        All of the file.

    Raises
    ------
    FileMissing
        If there is nothing at the path, or the path cannot exist.
    NotAFile
        If it is a directory, a device, a pipe or a socket.
    AccessDenied
        If the system does not let us read it.
    ImageTooLarge
        If it is longer than `limits.max_bytes`.
    UnreadableImage
        If the disk fails while reading.
    """
    try:
        _require_file(path, path.stat())
        return _read(path, limits)
    except OSError as error:
        raise _named(path, error) from error
    except ValueError as error:  # a NUL character, or one that the file system cannot spell
        raise FileMissing(say("There cannot be a file with this name."), value=str(path)) from error


def _read(path: Path, limits: Limits) -> bytes:
    descriptor = os.open(path, _FLAGS)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123  # Path cannot
        status = os.fstat(file.fileno())
        _require_file(path, status)  # the path may name something else by now
        limits.check_bytes(status.st_size)
        parts = []
        total = 0
        while part := file.read(_CHUNK):
            total += len(part)
            limits.check_bytes(total)
            parts.append(part)
        return b"".join(parts)


def _require_file(path: Path, status: os.stat_result) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    if stat.S_ISDIR(status.st_mode):
        words = say("“{name}” is a folder, not a file.", name=path.name)
    else:
        words = say("“{name}” is a device or a pipe, not a file.", name=path.name)
    raise NotAFile(words, value=str(path))


def _named(path: Path, error: OSError) -> ImageError:
    name, value = path.name, str(path)
    if error.errno in _MISSING:
        return FileMissing(say("There is no file “{name}”.", name=name), value=value)
    if error.errno == errno.ENAMETOOLONG:
        return FileMissing(
            say("The name is longer than the system allows a file's to be."), value=value
        )
    if error.errno in _DENIED:
        return AccessDenied(say("You have no permission to read “{name}”.", name=name), value=value)
    if error.errno in (errno.EIO, errno.ESTALE):
        return UnreadableImage(
            say("The disk or network failed while reading “{name}”.", name=name), value=value
        )
    return AccessDenied(say("The system could not open “{name}”.", name=name), value=value)
