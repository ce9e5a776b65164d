"""What a sensitivity costs.

The specificity where 90 or 95 % of melanomas, or of all malignant lesions, are found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.evaluation import bootstrap, metrics
from training.evaluation.figures import Figure, share_interval
from training.evaluation.metrics import Scored
from training.evaluation.sklearn_scores import Floats

SENSITIVITIES = (0.90, 0.95)


@dataclass(frozen=True, slots=True)
class Operating:
    """One point of a ROC curve.

    Parameters
    ----------
    sought : str
        What is to be found: ``melanoma`` or ``malignant``.
    sensitivity : float
        Share of it that is to be found, 0 to 1.
    threshold : float or None
        Least probability that counts as found, chosen on these very images; None where there are
        none to find.
    specificity : Figure
        Share of the other images that are spared; each resample chooses its own threshold.
    """

    sought: str
    sensitivity: float
    threshold: float | None
    specificity: Figure


def operating_points(
    scored: Scored, *, melanoma: int | None, malignant: Sequence[int], resamples: int
) -> tuple[Operating, ...]:
    """Measure every operating point.

    Parameters
    ----------
    scored : Scored
        Answers and truth.
    melanoma : int, optional
        Index of the melanoma class, where the model has one.
    malignant : sequence of int
        Indices of the malignant classes.
    resamples : int
        Of the bootstrap.
    """
    sought = {} if melanoma is None else {"melanoma": [melanoma]}
    sought["malignant"] = list(malignant)
    return tuple(
        _point(scored, name, positive, sensitivity=sensitivity, resamples=resamples)
        for name, positive in sought.items()
        for sensitivity in SENSITIVITIES
    )


def _point(
    scored: Scored, name: str, positive: Sequence[int], *, sensitivity: float, resamples: int
) -> Operating:
    is_positive, scores = metrics.positive_scores(scored, positive=positive)
    if is_positive.all() or not is_positive.any():
        return Operating(name, sensitivity, None, Figure(None))
    order = np.argsort(-scores, kind="stable")
    clusters = scored.clusters[order]
    drawn = [
        _specificity(is_positive[order], scores[order], weights[:, clusters], sensitivity)[1]
        for weights in bootstrap.draws(
            int(scored.clusters.max()) + 1, resamples=resamples, seed=bootstrap.SEED
        )
    ]
    every = np.ones((1, len(scores)))
    threshold, value = _specificity(is_positive[order], scores[order], every, sensitivity)
    figure = share_interval(
        float(value[0]),
        np.concatenate(drawn),
        lesions=len(np.unique(scored.clusters[order][~is_positive[order]])),
    )
    return Operating(name, sensitivity, float(threshold[0]), figure)


def _specificity(
    is_positive: NDArray[np.bool_], scores: Floats, weights: Floats, sensitivity: float
) -> tuple[Floats, Floats]:
    """Threshold and specificity of each resample; images sorted by falling score.

    Parameters
    ----------
    is_positive : ndarray of bool
        (n,).
    scores : ndarray of float64
        (n,), falling.
    weights : ndarray of float64
        How often each image was drawn, (resamples, n).
    sensitivity : float
        That is to be reached.

    Returns
    -------
    threshold, specificity : ndarray of float64
        (resamples,); NaN where a resample has no positives or no negatives.
    """
    found = np.cumsum(weights * is_positive, axis=1)
    alarms = np.cumsum(weights * ~is_positive, axis=1)
    positives, negatives = found[:, -1:], alarms[:, -1:]
    reached = found >= sensitivity * positives - 1e-9
    # Equal scores are accepted together: the last of them counts.
    last = np.append(np.diff(scores) < 0, [True])
    place = np.argmax(reached & last, axis=1)
    rows = np.arange(len(weights))
    with np.errstate(invalid="ignore", divide="ignore"):
        specificity = 1 - alarms[rows, place] / negatives[:, 0]
    undefined = (positives[:, 0] == 0) | (negatives[:, 0] == 0)
    specificity[undefined] = np.nan
    return scores[place], specificity
