"""Adapter to scikit-learn: a plane between two clouds of points."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

_SCALE = 20.0  # points of length 1 lie close together
_STRENGTH = 3.0  # of the data against the penalty


def separating_plane(
    known: NDArray[np.float32], others: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Fit a balanced logistic regression.

    Parameters
    ----------
    known, others : ndarray of float32
        (n, channels) and (m, channels).

    Returns
    -------
    ndarray of float64
        Normal, then offset, (channels + 1,); positive on the side of the others.
    """
    model = LogisticRegression(C=_STRENGTH, max_iter=2000, class_weight="balanced")
    points = np.concatenate([known, others]) * _SCALE
    model.fit(points, np.repeat([0, 1], [len(known), len(others)]))
    return np.append(model.coef_[0] * _SCALE, model.intercept_[0]).astype(np.float64)
