"""Groups of like images, which must stand on one side of a split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from training.audit.copies import Pair, near_pairs
from training.audit.signatures import read_signatures
from training.datasets import Sample


def clusters(samples: Sequence[Sample]) -> Mapping[str, str]:
    """Group the images that show the same.

    Parameters
    ----------
    samples : sequence of Sample
        What to group; files that cannot be read stay alone.

    Returns
    -------
    mapping of str to str
        Name of the group by image id: the id of its first image.
    """
    return grouped(samples, near_pairs(read_signatures([sample.path for sample in samples])))


def grouped(samples: Sequence[Sample], pairs: Iterable[Pair]) -> Mapping[str, str]:
    """Join what pairs connect, over any number of steps."""
    links = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    count = len(samples)
    graph = coo_array((np.ones(len(links)), (links[:, 0], links[:, 1])), shape=(count, count))
    _, group_of = connected_components(graph, directed=False)
    first: dict[int, str] = {}
    for sample, group in zip(samples, group_of.tolist(), strict=True):
        first.setdefault(group, sample.image_id)
    return {
        sample.image_id: first[group]
        for sample, group in zip(samples, group_of.tolist(), strict=True)
    }
