"""Copies images into an atlas, each under its checksum."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from core.errors import ImageChanged, OutputError
from core.files import write_whole
from core.images.formats import SUFFIXES
from core.images.limits import Limits
from core.images.source import read_bytes
from core.language import say

FOLDER: Final = "images"
_SPARE: Final = 1 << 28
"""Bytes that stay free on the disk."""


def require_room(folder: Path, images: Iterable[Path]) -> None:
    """Check that copies of all images have room on the disk.

    Raises
    ------
    OutputError
        If they have not.
    """
    needed = sum(image.stat().st_size for image in images if image.is_file())
    free = shutil.disk_usage(folder).free
    if needed + _SPARE > free:
        raise OutputError(
            say(
                "The images take {needed:,} MB and {folder} has room for {free:,} MB: leave them "
                "where they are, or choose another disk.",
                needed=needed // 1_000_000,
                folder=folder,
                free=max(0, free - _SPARE) // 1_000_000,
            ),
            value=folder,
        )


def copied(image: Path, *, sha256: str, folder: Path) -> Path:
    """Copy an image into the atlas of a folder, unless it is there already.

    Parameters
    ----------
    image : Path
        Its file.
    sha256 : str
        Of the file when it was read.
    folder : Path
        Of the atlas.

    Returns
    -------
    Path
        Where it lies now: named by its checksum, in one step.

    Raises
    ------
    ImageError
        If it cannot be read any more, or is not what was read.
    OutputError
        If the copy cannot be written.
    """
    suffix = image.suffix.lower()
    place = folder / FOLDER / sha256[:2] / f"{sha256}{suffix if suffix in SUFFIXES else ''}"
    if place.is_file() and _digest(place.read_bytes()) == sha256:
        return place
    data = read_bytes(image, limits=Limits())
    if _digest(data) != sha256:
        raise ImageChanged(
            say("“{name}” has changed while it was brought in.", name=image.name), value=str(image)
        )
    write_whole(place, data)
    return place


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
