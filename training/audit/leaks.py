"""What stands on two sides of a split although it shows the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from core.copies.pairs import Pair
from core.datasets import Sample
from training.splits import PARTS, Split


def sides_of(split: Split) -> dict[str, str]:
    """Side of each image, by its id."""
    return {image_id: part for part in PARTS for image_id in getattr(split, part)}


def across(pairs: Iterable[Pair], sides: Sequence[str | None]) -> list[Pair]:
    """Pairs whose two images stand on different sides; an image without a side leaks nowhere."""
    return [
        (first, second)
        for first, second in pairs
        if sides[first] and sides[second] and sides[first] != sides[second]
    ]


def lesion_pairs(samples: Sequence[Sample]) -> list[Pair]:
    """Pairs of images that are known to show one lesion, in order."""
    images = defaultdict(list)
    for position, sample in enumerate(samples):
        if sample.lesion_id is not None:
            images[sample.lesion_id].append(position)
    return sorted(pair for group in images.values() for pair in combinations(group, 2))


def leaking_pairs(
    samples: Sequence[Sample], split: Split, *, copies: Iterable[Pair] = ()
) -> list[Pair]:
    """Pairs that a split tears apart.

    Parameters
    ----------
    samples : sequence of Sample
        What was split.
    split : Split
        Which image stands on which side.
    copies : iterable of Pair
        Pairs known to show the same, beside those of one lesion.
    """
    side_of: Mapping[str, str] = sides_of(split)
    sides = [side_of.get(sample.image_id) for sample in samples]
    return across(sorted({*lesion_pairs(samples), *copies}), sides)
