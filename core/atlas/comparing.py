"""Which items of an atlas show the same, and which contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

import numpy as np

from core.atlas.item import AtlasItem, Likeness, Pair
from core.copies.pairs import alike
from core.copies.signatures import SIDE

MOST: Final = 20_000
"""Images above which only files of equal bytes are told: all pairs would take an hour."""
_TOLD: Final = 10
"""Copies of one file that are told of with each picture that looks like it."""


def pairs_among(
    items: Sequence[AtlasItem],
    *,
    greys: Mapping[int, bytes],
    progress: Callable[[int, int], None] = lambda *_: None,
) -> list[Pair]:
    """Find items that show the same, and items of one lesion whose diagnoses differ.

    Parameters
    ----------
    items : sequence of AtlasItem
        Of the atlas.
    greys : mapping of int to bytes
        What copies are known by, `core.copies.signatures.small_grey`, by id of the item; empty
        where pictures that look alike are not looked for.
    progress : callable
        Told how many pictures are compared, of how many.

    Returns
    -------
    list of Pair
        In the order of ids. Of several files of equal bytes each is paired with the first alone.
        Pictures of one lesion that look alike are no news.
    """
    found = [
        *_paired(items, key=lambda item: item.sha256, likeness=Likeness.SAME_FILE),
        *_alike(items, greys, progress),
    ]
    known = {(pair.first, pair.second) for pair in found}
    torn = _paired(items, key=lambda item: item.lesion_id, likeness=Likeness.ONE_LESION)
    found += [one for one in torn if one.contradicting and (one.first, one.second) not in known]
    return sorted(found, key=lambda pair: (pair.first, pair.second))


def _paired(
    items: Iterable[AtlasItem], *, key: Callable[[AtlasItem], str | None], likeness: Likeness
) -> Iterator[Pair]:
    """Pair each item with the first that has the same key."""
    groups: dict[str, list[AtlasItem]] = defaultdict(list)
    for item in items:
        name = key(item)
        if name is not None:
            groups[name].append(item)
    for first, *others in groups.values():
        for other in others:
            yield _pair(first, other, likeness)


def _alike(
    items: Sequence[AtlasItem], greys: Mapping[int, bytes], progress: Callable[[int, int], None]
) -> Iterator[Pair]:
    # Each file is compared once: a thousand copies of one would be half a million comparisons.
    files: dict[str, list[AtlasItem]] = defaultdict(list)
    for item in items:
        if item.id in greys:
            files[item.sha256].append(item)
    if len(files) < 2:
        return
    copies = list(files.values())
    joined = b"".join(greys[same[0].id] for same in copies)
    pictures = np.frombuffer(joined, np.uint8).reshape(-1, SIDE, SIDE)
    for first, second in alike(pictures, progress=progress):
        for one, other in product(copies[first][:_TOLD], copies[second][:_TOLD]):
            if one.code != other.code or one.lesion_id is None or one.lesion_id != other.lesion_id:
                early, late = (one, other) if one.id < other.id else (other, one)
                yield _pair(early, late, Likeness.LOOKS_ALIKE)


def _pair(first: AtlasItem, second: AtlasItem, likeness: Likeness) -> Pair:
    return Pair(first.id, second.id, likeness, contradicting=first.code != second.code)
