"""Why the operating system refused something, in the language that Lentigo speaks.

The system's own words come in the language that the system was set to, which may be another one.
"""

from __future__ import annotations

import errno
from typing import Final

from core.language import marked, say

_WORDS: Final = {
    "EACCES": marked("Permission denied"),
    "EBUSY": marked("Device or resource busy"),
    "EDQUOT": marked("Disk quota exceeded"),
    "EEXIST": marked("File exists"),
    "EFBIG": marked("File too large"),
    "EINVAL": marked("Invalid argument"),
    "EIO": marked("Input/output error"),
    "EISDIR": marked("Is a directory"),
    "ELOOP": marked("Too many levels of symbolic links"),
    "EMFILE": marked("Too many open files"),
    "ENAMETOOLONG": marked("File name too long"),
    "ENFILE": marked("Too many open files in system"),
    "ENODEV": marked("No such device"),
    "ENOENT": marked("No such file or directory"),
    "ENOMEM": marked("Cannot allocate memory"),
    "ENOSPC": marked("No space left on device"),
    "ENOTDIR": marked("Not a directory"),
    "ENOTEMPTY": marked("Directory not empty"),
    "EPERM": marked("Operation not permitted"),
    "EROFS": marked("Read-only file system"),
    "ESTALE": marked("Stale file handle"),
    "ETIMEDOUT": marked("Connection timed out"),
    "ETXTBSY": marked("Text file busy"),
    "EXDEV": marked("Invalid cross-device link"),
}
"""By the names of the errors: what files, folders and disks give cause for, as Linux words it."""


def why(error: OSError) -> str:
    """Say why, for the end of a sentence; what has no words of ours, in those of the system.

    Parameters
    ----------
    error : OSError
        As the system gave it.
    """
    name = errno.errorcode.get(error.errno or 0, "")
    if name in _WORDS:
        return say(_WORDS[name])
    return error.strerror or str(error)
