"""The figures that scikit-learn computes, typed, and without its opinions on undefined ones.

scikit-learn ships no types, so it is imported here and nowhere else. Where a figure is undefined
it warns and returns 0 or NaN depending on the function; a 0 would be read as a measurement, so
here it is NaN throughout.
"""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray
from sklearn import metrics as sklearn_metrics

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


def precision_recall_f1(
    truth: Indices, finding: Indices, *, count: int
) -> tuple[Floats, Floats, Floats]:
    """Precision, recall and F1 of each class against the rest.

    Parameters
    ----------
    truth, finding : ndarray of intp, shape (n,)
        Class indices, 0 to count - 1.
    count : int
        Number of classes.

    Returns
    -------
    tuple of three ndarray of float64, shape (count,)
        Each 0 to 1; NaN where there is nothing to divide by.
    """
    precision, recall, f1, _ = sklearn_metrics.precision_recall_fscore_support(
        truth, finding, labels=list(range(count)), average=None, zero_division=np.nan
    )
    return precision, recall, f1


def accuracy(truth: Indices, finding: Indices) -> float:
    """Share of images whose finding is the diagnosis, 0 to 1."""
    return float(sklearn_metrics.accuracy_score(truth, finding))


def confusion(truth: Indices, finding: Indices, *, count: int) -> NDArray[np.int64]:
    """Count, shape (count, count): rows are the diagnosis, columns the finding."""
    matrix = sklearn_metrics.confusion_matrix(truth, finding, labels=list(range(count)))
    return np.asarray(matrix, dtype=np.int64)


def roc_auc(positive: NDArray[np.bool_], scores: Floats) -> float:
    """Area under the ROC curve, 0 to 1; NaN unless there are positives and negatives."""
    if positive.all() or not positive.any():
        return float("nan")
    return float(sklearn_metrics.roc_auc_score(positive, scores))


def roc_curve(positive: NDArray[np.bool_], scores: Floats) -> tuple[Floats, Floats]:
    """Return false and true positive rates, shape (m,) each, from (0, 0) to (1, 1).

    There must be positives and negatives.
    """
    false, true, _ = sklearn_metrics.roc_curve(positive, scores)
    return cast("Floats", false), cast("Floats", true)


def precision_recall_curve(positive: NDArray[np.bool_], scores: Floats) -> tuple[Floats, Floats]:
    """Return precision and recall, shape (m,) each, from all accepted to none.

    There must be positives.
    """
    precision, recall, _ = sklearn_metrics.precision_recall_curve(positive, scores)
    return cast("Floats", precision), cast("Floats", recall)
