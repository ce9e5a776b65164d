"""Tests of two models on the same images."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

from training.evaluation import bootstrap
from training.evaluation.figures import Figure, interval
from training.evaluation.metrics import Scored, balanced_accuracy
from training.evaluation.sklearn_scores import Floats


@dataclass(frozen=True, slots=True)
class Paired:
    """One model against another.

    Parameters
    ----------
    difference : Figure
        Of the balanced accuracies, the second minus the first, with the interval of redrawn
        lesions.
    only_first, only_second : int
        Images that one found and the other did not.
    p : float
        Of McNemar's exact test [1]_ that both are right equally often, 0 to 1.

    References
    ----------
    .. [1] McNemar, Psychometrika 12:153-157 (1947). doi:10.1007/BF02295996
    """

    difference: Figure
    only_first: int
    only_second: int
    p: float


def compare_two(first: Scored, second: Scored, *, resamples: int = bootstrap.RESAMPLES) -> Paired:
    """Compare two models on the same images, in the same order.

    Parameters
    ----------
    first, second : Scored
        Answers; truth and lesions are equal.
    resamples : int
        Of the bootstrap over lesions.
    """
    right, other = first.finding == first.truth, second.finding == second.truth
    only_first, only_second = int((right & ~other).sum()), int((other & ~right).sum())
    told = only_first + only_second
    p = float(binomtest(only_first, told).pvalue) if told else 1.0
    drawn = np.concatenate(
        [
            _balanced(second, weights) - _balanced(first, weights)
            for weights in bootstrap.draws(
                int(first.clusters.max()) + 1, resamples=resamples, seed=bootstrap.SEED
            )
        ]
    )
    value = balanced_accuracy(second) - balanced_accuracy(first)
    return Paired(interval(value, drawn), only_first, only_second, p)


def _balanced(scored: Scored, weights: Floats) -> Floats:
    """Balanced accuracy of each resample, (resamples,), from how often each lesion was drawn."""
    images = weights[:, scored.clusters]
    hits = (scored.finding == scored.truth).astype(np.float64)
    recalls = np.full((len(weights), scored.classes), np.nan)
    for label in np.unique(scored.truth):
        of_class = scored.truth == label
        drawn = images[:, of_class].sum(axis=1)
        found = images[:, of_class] @ hits[of_class]
        recalls[:, label] = np.divide(
            found, drawn, out=np.full(len(weights), np.nan), where=drawn > 0
        )
    mean: NDArray[np.float64] = np.nanmean(recalls, axis=1)
    return mean


def holm(values: Sequence[float]) -> list[float]:
    """Adjust p values for their number [1]_.

    References
    ----------
    .. [1] Holm, Scand. J. Stat. 6:65-70 (1979).
    """
    adjusted = [0.0] * len(values)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1.0, (len(values) - rank) * values[place]))
        adjusted[place] = highest
    return adjusted
