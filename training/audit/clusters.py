"""Groups of images that must stand on one side of a split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from core.copies.pairs import Pair, exact_pairs, near_pairs
from core.copies.signatures import file_hash, read_signatures
from core.datasets import Sample
from training.audit.leaks import lesion_pairs
from training.dividing import group_of


def copies_among(samples: Sequence[Sample]) -> list[Pair]:
    """Pairs that show the same, as far as it must be looked for.

    Where all lesions are known, they tell what belongs together, and only files of equal bytes are
    looked for; else all that looks alike.

    Parameters
    ----------
    samples : sequence of Sample
        Files that cannot be read have no copies but those of equal bytes.
    """
    paths = [sample.path for sample in samples]
    if all(sample.lesion_id is not None for sample in samples):
        return exact_pairs([file_hash(path) for path in paths])
    signatures = read_signatures(paths)
    return sorted({*exact_pairs(signatures.hashes), *near_pairs(signatures)})


def groups_among(samples: Sequence[Sample], *, further: Iterable[Pair] = ()) -> Mapping[str, str]:
    """Group what shows one lesion or the same image, over any number of steps.

    Parameters
    ----------
    samples : sequence of Sample
        What to group.
    further : iterable of Pair
        Pairs that must stay together as well, such as images of one patient.

    Returns
    -------
    mapping of str to str
        Name of the group by image id: the lesion or else the id of its first image.
    """
    names = {sample.image_id: group_of(sample) for sample in samples}
    pairs = [*lesion_pairs(samples), *copies_among(samples), *further]
    return {image_id: names[first] for image_id, first in grouped(samples, pairs).items()}


def grouped(samples: Sequence[Sample], pairs: Iterable[Pair]) -> Mapping[str, str]:
    """Join what pairs connect; a group bears the id of its first image."""
    numbers = joined(len(samples), pairs)
    first: dict[int, str] = {}
    for sample, group in zip(samples, numbers, strict=True):
        first.setdefault(group, sample.image_id)
    return {sample.image_id: first[group] for sample, group in zip(samples, numbers, strict=True)}


def joined(count: int, pairs: Iterable[Pair]) -> list[int]:
    """Give each of so many positions the number of its group, as pairs connect them."""
    links = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    graph = coo_array((np.ones(len(links)), (links[:, 0], links[:, 1])), shape=(count, count))
    _, numbers = connected_components(graph, directed=False)
    groups: list[int] = numbers.tolist()
    return groups
