"""Whether a picture is a dermoscopic image of a lesion at all.

Two views of the embedding, scaled to length 1: how far it lies from those of known lesions (the
Mahalanobis distance [1]_), and which side of a plane it lies on that parts lesions from ordinary
photographs. Each is told in standard deviations of known lesions, and the larger one counts: the
distance knows skin without a lesion, the plane knows things.

References
----------
.. [1] Lee et al., "A Simple Unified Framework for Detecting Out-of-Distribution Samples and
   Adversarial Attacks", NeurIPS 2018, doi:10.48550/arXiv.1807.03888.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.trust.rules import NoveltyRule
from core.trust.verdicts import Novelty

DETECTOR: Final = "distance_and_plane"
MEAN: Final = "novelty/mean"
WHITENING: Final = "novelty/whitening"
PLANE: Final = "novelty/plane"
ARRAYS: Final = frozenset({MEAN, WHITENING})

Floats = NDArray[np.float32]
_LEAST_LENGTH = 1e-9


def novelty_of(
    embedding: Floats, rule: NoveltyRule | None, references: Mapping[str, Floats]
) -> Novelty | None:
    """Judge one embedding.

    Parameters
    ----------
    embedding : ndarray of float32
        (channels,).
    rule : NoveltyRule, optional
        Of the card.
    references : mapping of str to ndarray
        Of the bundle.

    Returns
    -------
    Novelty or None
        None where the card has no rule, or one for another detector.
    """
    if rule is None or rule.detector != DETECTOR or not set(references) >= ARRAYS:
        return None
    score = novelty_scores(embedding[np.newaxis], rule, references)[0]
    return Novelty(score=float(score), threshold=rule.threshold)


def novelty_scores(
    embeddings: Floats, rule: NoveltyRule, references: Mapping[str, Floats]
) -> NDArray[np.float64]:
    """Score embeddings: the larger, the stranger.

    Parameters
    ----------
    embeddings : ndarray of float32
        (n, channels).
    rule : NoveltyRule
        With the scales.
    references : mapping of str to ndarray
        Of the bundle.

    Returns
    -------
    ndarray of float64
        (n,), in standard deviations of known lesions.
    """
    parts = raw_scores(embeddings, references)
    standardised = [
        (parts[name] - scale.mean) / scale.deviation for name, scale in rule.scales.items()
    ]
    largest: NDArray[np.float64] = np.max(standardised, axis=0)
    return largest


def raw_scores(
    embeddings: Floats, references: Mapping[str, Floats]
) -> dict[str, NDArray[np.float64]]:
    """Distance, and side of the plane where there is one, of each embedding; (n,) each."""
    unit = unit_length(embeddings)
    whitened = (unit - references[MEAN]) @ references[WHITENING].T
    scores = {"distance": np.linalg.norm(whitened, axis=1).astype(np.float64)}
    if PLANE in references:
        plane = references[PLANE]
        scores["plane"] = (unit @ plane[:-1] + plane[-1]).astype(np.float64)
    return scores


def unit_length(embeddings: Floats) -> Floats:
    """Scale embeddings to length 1: how strongly a picture excites a network says little."""
    lengths = np.linalg.norm(embeddings, axis=1, keepdims=True)
    unit: Floats = embeddings / np.maximum(lengths, _LEAST_LENGTH)
    return unit
