"""Shares and means over images, with intervals from redrawn lesions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.evaluation import bootstrap
from training.evaluation.figures import Figure, interval, share_interval
from training.evaluation.sklearn_scores import Floats, Indices


def mean_among(
    values: Floats,
    among: NDArray[np.bool_],
    *,
    clusters: Indices,
    resamples: int = bootstrap.RESAMPLES,
) -> Figure:
    """Mean of a value over some of the images, each lesion counted once.

    A lesion that was photographed six times is no more frequent in a clinic for that, so its
    images share its weight. What is promised of new lesions is measured this way.

    Parameters
    ----------
    values : ndarray of float64
        Of each image, (n,).
    among : ndarray of bool
        Which images count, (n,).
    clusters : ndarray of intp
        Lesion of each image, 0 to m - 1, (n,).
    resamples : int
        Of the bootstrap.

    Returns
    -------
    Figure
        Without a value where no image counts.
    """
    return interval(*_redrawn(values, among, clusters, resamples)) if among.any() else Figure(None)


def share_among(
    holds: NDArray[np.bool_],
    among: NDArray[np.bool_],
    *,
    clusters: Indices,
    resamples: int = bootstrap.RESAMPLES,
) -> Figure:
    """Share of some of the images of which something holds, each lesion counted once.

    Parameters
    ----------
    holds : ndarray of bool
        Of each image, (n,).
    among, clusters, resamples
        As for `mean_among`.

    Returns
    -------
    Figure
        Without a value where no image counts; where it holds of all or of none, with the interval
        of `share_interval`.
    """
    if not among.any():
        return Figure(None)
    share, drawn = _redrawn(holds.astype(np.float64), among, clusters, resamples)
    return share_interval(share, drawn, lesions=len(np.unique(clusters[among])))


def _redrawn(
    values: Floats, among: NDArray[np.bool_], clusters: Indices, resamples: int
) -> tuple[float, Floats]:
    """Mean over lesions, and the same of redrawn ones; NaN where none of them counts."""
    size = int(clusters.max()) + 1
    images = np.bincount(clusters, weights=among.astype(np.float64), minlength=size)
    sums = np.bincount(clusters, weights=np.where(among, values, 0.0), minlength=size)
    means, counted = sums / np.maximum(images, 1), (images > 0).astype(np.float64)
    drawn = []
    for weights in bootstrap.draws(size, resamples=resamples, seed=bootstrap.SEED):
        total = weights @ counted
        with np.errstate(invalid="ignore", divide="ignore"):
            drawn.append(np.where(total > 0, (weights @ means) / total, np.nan))
    return float(means.sum() / counted.sum()), np.concatenate(drawn)
