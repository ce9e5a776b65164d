"""Ordinary photographs: part A teaches what is no skin, part B tests whether that was learned."""

from __future__ import annotations

import hashlib
from pathlib import Path

from core.errors import DatasetError
from core.images import find_images


def part_of(category: str) -> str:
    """Return ``a`` or ``b``, for good, by the hash of a category's name.

    No category of part B may teach or fit anything.
    """
    return "ab"[hashlib.sha256(category.encode()).digest()[-1] % 2]


def photographs(folder: Path, *, part: str) -> list[Path]:
    """Images of one part, from a folder with a folder for each category.

    Parameters
    ----------
    folder : Path
        Such as Caltech 101's.
    part : str
        ``a`` or ``b``.

    Raises
    ------
    DatasetError
        If there are none.
    """
    if not folder.is_dir():
        raise DatasetError(f"There is no folder {folder}.", value=folder)
    categories = sorted(place for place in folder.iterdir() if place.is_dir())
    paths = sorted(find_images([place for place in categories if part_of(place.name) == part]))
    if not paths:
        raise DatasetError(f"{folder} holds no images of part {part.upper()}.", value=folder)
    return paths
