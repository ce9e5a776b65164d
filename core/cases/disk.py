"""What a disk says when it fails, as errors that a user understands."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import (
    AccessDenied,
    FileMissing,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreUnavailable,
)
from core.language import say
from core.reasons import why


@contextmanager
def named_reading(source: object) -> Iterator[None]:
    """Name what goes wrong with a file that is read.

    Raises
    ------
    FileMissing, AccessDenied
        If it cannot be.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissing(say("{source} is not there.", source=source), value=source) from error
    except OSError as error:
        raise AccessDenied(
            say("{source} cannot be read: {reason}.", source=source, reason=why(error)),
            value=source,
        ) from error


@contextmanager
def named_writing(folder: Path) -> Iterator[None]:
    """Name what goes wrong with a folder of the store that is written.

    Raises
    ------
    StoreFull, StoreReadOnly, StoreUnavailable
        If it cannot be.
    """
    try:
        yield
    except OSError as error:
        raise _failure(folder, error) from error


def _failure(folder: Path, error: OSError) -> StoreError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StoreFull(
            say(
                "There is no room left on the disk for images in {folder}. Nothing was lost: "
                "make room, and try again.",
                folder=folder,
            ),
            value=folder,
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return StoreReadOnly(
            say("Images cannot be written to {folder}: it is write-protected.", folder=folder),
            value=folder,
        )
    return StoreUnavailable(
        say(
            "Images cannot be written to {folder}: {reason}.",
            folder=folder,
            reason=why(error),
        ),
        value=folder,
    )


def sync_folder(folder: Path) -> None:
    """Have the new name on the disk, too, before anybody is told that the image is kept."""
    if os.name == "nt":
        return  # NTFS keeps names in its own journal; folders cannot be opened
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
