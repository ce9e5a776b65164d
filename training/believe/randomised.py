"""Whether a map depends on what the network has learned: parameters are scrambled, maps compared.

References
----------
.. [1] Adebayo et al., "Sanity Checks for Saliency Maps", NeurIPS 2018,
   doi:10.48550/arXiv.1810.03292.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from core.model import Bundle
from core.model.weights import encode_weights

LOGITS: Final = "logits"
LAST_BLOCK: Final = "and the last block"
ALL: Final = "everything"
STAGES: Final = (LOGITS, LAST_BLOCK, ALL)
"""Cascading from the top, as the paper has it: each stage scrambles the former's layers too."""

_SEED: Final = 2018


def scrambled(bundle: Bundle, stage: str) -> Bundle:
    """Give a bundle whose weights of a stage stand in a drawn order within each array.

    So every array keeps its distribution, and what was learned is gone.
    """
    last = f"block{len(bundle.card.network.blocks)}_"
    tops: Mapping[str, Sequence[str]] = MappingProxyType(
        {LOGITS: ("logits", "hidden"), LAST_BLOCK: ("logits", "hidden", last), ALL: ("",)}
    )
    generator = np.random.default_rng(_SEED)
    weights = {
        name: _shuffled(array, generator) if name.startswith(tuple(tops[stage])) else array
        for name, array in bundle.weights.items()
    }
    return replace(bundle, data=encode_weights(weights))


def _shuffled(array: NDArray[np.float32], generator: np.random.Generator) -> NDArray[np.float32]:
    return generator.permutation(array.ravel()).reshape(array.shape)


def likeness(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Spearman's rank correlation of two maps, -1 to 1; NaN where one of them is even."""
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return math.nan
    return float(spearmanr(one.ravel(), other.ravel()).statistic)
