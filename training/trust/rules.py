"""From validation answers to the rules of `core.trust`.

Each threshold is chosen so that its promise holds for new images of the same kind, not only for
those it was fitted on. That presumes that these are drawn
independently, so callers give one image of each lesion.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom

from core.trust.rules import CertaintyRule, OperatingPoint, PredictionSetRule

Floats = NDArray[np.float64]

_CONFIDENCE = 0.9
_SHARES = np.arange(5, 21) / 20
_ENOUGH = 30  # lesions of a class, from which on it gets a threshold of its own


def fit_certainty(
    probabilities: Floats, labels: NDArray[np.int64], *, error_rate: float
) -> CertaintyRule | None:
    """Find the least probability from which on findings are wrong at most so often [1]_.

    From the surest quarter on, findings are added in twentieths, in the order of their
    probability, as long as the error rate is shown to lie below the one stated, at 90 % confidence.

    Parameters
    ----------
    probabilities : ndarray of float64
        Calibrated, (n, classes).
    labels : ndarray of int64
        Class indices, (n,).
    error_rate : float
        Share of wrong findings that is still called usual, between 0 and 1.

    Returns
    -------
    CertaintyRule or None
        None where this cannot be shown even for the surest quarter.

    References
    ----------
    .. [1] Angelopoulos et al., "Learn then Test: Calibrating Predictive Algorithms to Achieve Risk
       Control", Annals of Applied Statistics 19(2), 2025, doi:10.1214/24-AOAS1998.
    """
    highest = probabilities.max(axis=1)
    order = np.argsort(-highest, kind="stable")
    ranked = highest[order]
    errors = np.cumsum((probabilities.argmax(axis=1) != labels)[order])
    counts = np.ceil(_SHARES * len(order)).astype(np.int64)
    # Findings of equal probability are accepted together or not at all.
    steps = np.searchsorted(-ranked, -ranked[counts - 1], side="right") - 1
    shown = binom.cdf(errors[steps], steps + 1, error_rate) <= 1 - _CONFIDENCE
    accepted = steps[np.logical_and.accumulate(shown)]
    if not accepted.size:
        return None
    return CertaintyRule(threshold=float(ranked[accepted[-1]]), error_rate=error_rate)


def fit_prediction_sets(
    probabilities: Floats, labels: NDArray[np.int64], *, codes: Sequence[str], coverage: float
) -> PredictionSetRule:
    """Find for each class the probability which all but a few of its images reach [1]_.

    Parameters
    ----------
    probabilities : ndarray of float64
        Calibrated, (n, classes).
    labels : ndarray of int64
        Class indices, (n,).
    codes : sequence of str
        Class codes, in the order of the columns.
    coverage : float
        Share of each class whose sets hold it, 0 to 1.

    Returns
    -------
    PredictionSetRule
        Classes with few images share one threshold, for which their images are pooled [2]_: the
        promise then holds for these classes together. Alone, their thresholds would be so low that
        they stood in nearly every set, which would say nothing.

    References
    ----------
    .. [1] Sadinle, Lei, Wasserman, "Least Ambiguous Set-Valued Classifiers With Bounded Error
       Levels", JASA 114(525), 2019, doi:10.1080/01621459.2017.1395341.
    .. [2] Ding et al., "Class-Conditional Conformal Prediction with Many Classes", NeurIPS 2023,
       doi:10.48550/arXiv.2306.09335.
    """
    own = probabilities[np.arange(len(labels)), labels]
    counts = np.bincount(labels, minlength=len(codes))
    rare = counts < _ENOUGH
    pooled = _reached_by_all_but(own[rare[labels]], share=1 - coverage)
    thresholds = {
        code: pooled
        if rare[index]
        else _reached_by_all_but(own[labels == index], share=1 - coverage)
        for index, code in enumerate(codes)
    }
    return PredictionSetRule(coverage=coverage, thresholds=thresholds)


def fit_operating_point(
    malignant: Floats, truth: NDArray[np.bool_], *, sensitivity: float
) -> OperatingPoint:
    """Find the malignant total that all but a few malignant lesions reach.

    Parameters
    ----------
    malignant : ndarray of float64
        Malignant totals, (n,).
    truth : ndarray of bool
        Whether each is malignant, (n,).
    sensitivity : float
        Share of malignant lesions that is to be found, 0 to 1.

    Returns
    -------
    OperatingPoint
        Named after its sensitivity in percent, with what was measured here.
    """
    threshold = _reached_by_all_but(malignant[truth], share=1 - sensitivity)
    found = malignant >= threshold
    return OperatingPoint(
        name=f"sensitivity_{sensitivity * 100:.0f}",
        threshold=threshold,
        sensitivity=_share(found[truth]),
        specificity=_share(~found[~truth]),
    )


def _reached_by_all_but(values: Floats, *, share: float) -> float:
    """Value that new ones of the same kind fall below with at most this probability."""
    place = int(np.floor((len(values) + 1) * share + 1e-9))
    return float(np.sort(values)[place - 1]) if place else 0.0


def _share(hits: NDArray[np.bool_]) -> float:
    return float(hits.mean()) if hits.size else 0.0
