"""Find the images that a user means by naming files and folders."""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING

from core.images.formats import SUFFIXES, is_dicom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_HEAD_BYTES = 132


def find_images(paths: Iterable[Path]) -> Iterator[Path]:
    """Walk folders for images; hand files through.

    Parameters
    ----------
    paths : iterable of Path
        A file named by the user is yielded as it is, also if it is missing or no image: reading it
        gives the error. A folder is walked in sorted order.

    Yields
    ------
    Path
        In folders only regular files that have an image's suffix or DICOM's preamble. Hidden files
        and folders are passed over; a folder reached twice, as by a link to its parent, is walked
        once; a folder that may not be listed counts as empty.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  # unlike Path's, false for an impossible name
            yield from _walk(path, set())
        else:
            yield path


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    if not _first_visit(folder, seen):
        return
    entries = deque(_entries(folder))
    while entries:
        entry = entries.popleft()  # each remembers what it is asked: a long folder would grow
        path = folder / entry.name
        if entry.is_dir():
            yield from _walk(path, seen)
        elif entry.is_file() and _looks_like_image(path):
            yield path


def _first_visit(folder: Path, seen: set[tuple[int, int]]) -> bool:
    status = folder.stat()
    key = (status.st_dev, status.st_ino)
    first = key not in seen
    seen.add(key)
    return first


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            visible = [entry for entry in found if not entry.name.startswith(".")]
    except OSError:
        return []
    return sorted(visible, key=lambda entry: entry.name)


def _looks_like_image(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES or _has_preamble(path)


def _has_preamble(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_dicom(file.read(_HEAD_BYTES))
    except OSError:
        return False
