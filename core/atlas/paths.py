"""How an atlas names its images: so that it can be moved together with them."""

from __future__ import annotations

import os
from pathlib import Path


def stored(folder: Path, image: Path) -> str:
    """Name an image as the atlas in `folder` keeps it.

    Relative where it lies beside or below the atlas, so that both can be moved together; else
    absolute, so that the atlas can be moved alone.
    """
    here, there = plain(folder), plain(image)
    if there.is_relative_to(here.parent):
        return Path(os.path.relpath(there, here)).as_posix()
    return str(there)


def resolved(folder: Path, name: str) -> Path:
    """Where such a name leads.

    Raises
    ------
    ValueError
        If no file can bear it.
    """
    if "\0" in name:
        raise ValueError(name)
    # Not of joined `Path`s, which take twice as long: tens of thousands are asked for at once.
    return Path(os.path.normpath(os.path.join(folder.absolute(), name)))  # noqa: PTH118


def plain(path: Path) -> Path:
    """Make a path absolute, without ``..``; links stay links."""
    return Path(os.path.normpath(path.absolute()))
