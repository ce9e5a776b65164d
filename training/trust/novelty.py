"""Fitting the novelty detector: on lesions that taught the network, and ordinary photographs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.trust.novelty import (
    DETECTOR,
    MEAN,
    PLANE,
    WHITENING,
    novelty_scores,
    raw_scores,
    unit_length,
)
from core.trust.rules import NoveltyRule, Scale
from training.trust.separation import separating_plane

Floats = NDArray[np.float32]

_SHRINKAGE = 0.1  # of the mean variance, added to each direction's
_ENOUGH = 20  # images of a class, below which its own threshold would be chance


def novelty_references(known: Floats, ordinary: Floats | None) -> dict[str, Floats]:
    """Arrays of the detector, as a bundle keeps them.

    Parameters
    ----------
    known : ndarray of float32
        Embeddings of lesions that taught the network, (n, channels).
    ordinary : ndarray of float32, optional
        Embeddings of ordinary photographs, (m, channels); without them there is no plane.
    """
    unit = unit_length(known)
    covariance = np.cov(unit.T)
    values, vectors = np.linalg.eigh(covariance)
    values = values + _SHRINKAGE * values.mean()
    whitening = vectors.T / np.sqrt(values)[:, np.newaxis]
    references = {MEAN: unit.mean(axis=0), WHITENING: whitening}
    if ordinary is not None:
        references[PLANE] = separating_plane(unit, unit_length(ordinary))
    # As float16, which is how they will be read back: the rule is to be fitted on those.
    return {name: array.astype(np.float16).astype(np.float32) for name, array in references.items()}


def fit_novelty(
    embeddings: Floats,
    labels: NDArray[np.int64],
    *,
    references: dict[str, Floats],
    codes: Sequence[str],
    accepted: float = 0.95,
) -> NoveltyRule:
    """Find the score that the given share of real lesions of every class does not exceed.

    Parameters
    ----------
    embeddings : ndarray of float32
        Of validation lesions, (n, channels).
    labels : ndarray of int64
        Class indices, (n,).
    references : dict of str to ndarray
        From `novelty_references`.
    codes : sequence of str
        Class codes.
    accepted : float
        Share of lesions that is to be accepted, in every class that has enough of them.
    """
    scales = {
        name: Scale(mean=float(values.mean()), deviation=float(values.std()))
        for name, values in raw_scores(embeddings, references).items()
    }
    draft = NoveltyRule(detector=DETECTOR, scales=scales, threshold=0.0, accepted=accepted)
    scores = novelty_scores(embeddings, draft, references)
    classes = (scores[labels == index] for index in range(len(codes)))
    parts = [scores, *(part for part in classes if len(part) >= _ENOUGH)]
    threshold = max(_upper(part, accepted) for part in parts)
    return draft.model_copy(update={"threshold": threshold})


def _upper(scores: NDArray[np.float64], share: float) -> float:
    """Value that a new one of the same kind exceeds with at most this probability."""
    place = min(int(np.ceil((len(scores) + 1) * share)), len(scores))
    return float(np.sort(scores)[place - 1])
