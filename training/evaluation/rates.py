"""Shares and means over images, with intervals from redrawn lesions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.evaluation import bootstrap
from training.evaluation.figures import Figure, interval, share_interval
from training.evaluation.sklearn_scores import Floats, Indices


def mean_among(
    values: NDArray[np.bool_] | Floats,
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
    values : ndarray of bool or float64
        Of each image, (n,); of bool, the mean is a share.
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
    if not among.any():
        return Figure(None)
    size = int(clusters.max()) + 1
    images = np.bincount(clusters, weights=among.astype(np.float64), minlength=size)
    sums = np.bincount(clusters, weights=np.where(among, values, 0.0), minlength=size)
    means, counted = sums / np.maximum(images, 1), (images > 0).astype(np.float64)
    drawn = []
    for weights in bootstrap.draws(size, resamples=resamples, seed=bootstrap.SEED):
        total = weights @ counted
        with np.errstate(invalid="ignore", divide="ignore"):
            drawn.append(np.where(total > 0, (weights @ means) / total, np.nan))
    mean = float(means.sum() / counted.sum())
    if values.dtype == np.bool_:
        return share_interval(mean, np.concatenate(drawn), lesions=int(counted.sum()))
    return interval(mean, np.concatenate(drawn))
