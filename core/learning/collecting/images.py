"""The way from images of an atlas to marks, which hold them by their bytes, and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from core.learning.store.records import ImageMark

if TYPE_CHECKING:
    from core.atlas import Atlas


def marks_of(atlas: Atlas, ids: Sequence[int]) -> list[ImageMark]:
    """Mark items of an atlas, so that they are found in it after it was built anew.

    Raises
    ------
    AtlasDamaged
        If the items cannot be read.
    """
    name = atlas.description.name
    return [ImageMark(item.sha256, name) for item in atlas.library.items(ids)]


def marked_in(atlas: Atlas, marks: Iterable[ImageMark]) -> frozenset[int]:
    """Find marked images in an atlas: the ids of its items whose bytes are theirs.

    Images that the atlas has not, or no longer, are left out; of two equal files both are found.

    Raises
    ------
    AtlasDamaged
        If the items cannot be read.
    """
    found = atlas.ids_of(one.sha256 for one in marks)
    return frozenset(number for ids in found.values() for number in ids)
