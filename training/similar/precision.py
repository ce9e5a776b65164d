"""How many of the nearest labelled lesions have the diagnosis of the image that is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.atlas.search import ranked_once
from training.evaluation import bootstrap
from training.evaluation.figures import Figure, interval
from training.evaluation.sklearn_scores import Floats, Indices

COUNT = 10
"""How many similar images are looked at."""


@dataclass(frozen=True, slots=True)
class Precision:
    """Shares of the nearest lesions that have the right diagnosis, 0 to 1.

    Parameters
    ----------
    per_class : mapping of str to Figure
        By diagnosis of the image that is asked about.
    mean : Figure
        Over classes.
    """

    per_class: Mapping[str, Figure]
    mean: Figure


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Means of each class, and the same for redrawn lesions.

    Parameters
    ----------
    values : ndarray of float64
        (classes,); NaN where a class does not occur.
    resampled : ndarray of float64
        (resamples, classes).
    """

    values: Floats
    resampled: Floats

    def figures(self, codes: Sequence[str]) -> Precision:
        """Turn them into figures with 95 % intervals; classes that do not occur are left out."""
        per_class = {
            code: interval(float(value), column)
            for code, value, column in zip(codes, self.values, self.resampled.T, strict=True)
            if not np.isnan(value)
        }
        return Precision(per_class, interval(*_over_classes(self)))

    def gain_over(self, other: Drawn) -> Figure:
        """How much larger the mean over classes is than another's, on the same lesions."""
        value, drawn = _over_classes(self)
        others, others_drawn = _over_classes(other)
        return interval(value - others, drawn - others_drawn)


def hits(
    similarities: Iterable[NDArray[np.float32]],
    truth: Indices,
    *,
    gallery_truth: Indices,
    gallery_lesions: Indices,
    count: int = COUNT,
) -> Floats:
    """Share of the nearest lesions with the right diagnosis, for each query.

    Parameters
    ----------
    similarities : iterable of ndarray
        Of each query to each image of the gallery, (m,); larger is nearer.
    truth : ndarray of intp
        Class of each query, (n,).
    gallery_truth, gallery_lesions : ndarray of intp
        Class and lesion of each image of the gallery, (m,). A lesion counts once, by its nearest
        image.
    count : int
        How many of the nearest are looked at.

    Returns
    -------
    ndarray of float64
        (n,), 0 to 1.
    """
    shares = []
    for row, wanted in zip(similarities, truth, strict=True):
        nearest = ranked_once(row, gallery_lesions, count=count)
        shares.append(np.mean(gallery_truth[nearest] == wanted))
    return np.array(shares, np.float64)


def class_means(
    values: Floats, truth: Indices, clusters: Indices, *, classes: int, resamples: int
) -> Drawn:
    """Mean of a value over the images of each class, each lesion counted once.

    Parameters
    ----------
    values : ndarray of float64
        Of each image, (n,).
    truth, clusters : ndarray of intp
        Class and lesion of each, (n,).
    classes, resamples : int
        How many classes there are; how often lesions are redrawn.
    """
    size = int(clusters.max()) + 1
    sums, images = np.zeros((size, classes)), np.zeros((size, classes))
    np.add.at(sums, (clusters, truth), values)
    np.add.at(images, (clusters, truth), 1)
    means, counted = sums / np.maximum(images, 1), (images > 0).astype(np.float64)
    drawn = [
        _ratio(weights @ means, weights @ counted)
        for weights in bootstrap.draws(size, resamples=resamples, seed=bootstrap.SEED)
    ]
    return Drawn(_ratio(means.sum(axis=0), counted.sum(axis=0)), np.concatenate(drawn))


def _ratio(sums: Floats, counts: Floats) -> Floats:
    undefined = np.full_like(sums, np.nan)
    return np.divide(sums, counts, out=undefined, where=counts > 0)


def _over_classes(drawn: Drawn) -> tuple[float, Floats]:
    """Mean over the classes that occur; of resamples, over those that each has."""
    return float(np.nanmean(drawn.values)), np.nanmean(drawn.resampled, axis=1)
