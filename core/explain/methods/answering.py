"""Asking the network about many altered copies of one view, in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from core.explain.methods.interface import Floats, Network, Target, Watch

BATCH = 8
"""Copies that are answered together: larger batches answer no faster, and stop no sooner."""


def scores(
    copies: Iterable[NDArray[np.uint8]],
    *,
    count: int,
    target: Target,
    network: Network,
    watch: Watch,
) -> Floats:
    """Score every copy.

    Parameters
    ----------
    copies : iterable of ndarray of uint8
        Each (height, width, 3); made when their batch is due.
    count : int
        How many there are.
    target : Target
        The score.
    network : Network
        Answers.
    watch : Watch
        Told after each batch, asked before it.

    Returns
    -------
    ndarray of float32
        (count,), in logit units.
    """
    found: list[Floats] = []
    done = 0
    watch.step(done, count)
    for batch in _batches(iter(copies)):
        found.append(target.of(network.run(np.stack(batch)).logits.T))
        done += len(batch)
        watch.step(done, count)
    return np.concatenate(found) if found else np.empty(0, np.float32)


def _batches(copies: Iterator[NDArray[np.uint8]]) -> Iterator[Sequence[NDArray[np.uint8]]]:
    while batch := list(islice(copies, BATCH)):
        yield batch
