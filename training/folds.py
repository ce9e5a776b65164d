"""Adapter to scikit-learn's grouped, stratified folds."""

from __future__ import annotations

import warnings

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedGroupKFold

from core.errors import DatasetError


def grouped_folds(
    labels: NDArray[np.str_], groups: NDArray[np.str_], *, folds: int, seed: int
) -> NDArray[np.int64]:
    """Give each sample the number of its fold; a group is never torn apart.

    Parameters
    ----------
    labels, groups : ndarray of str
        Class and group of each sample, (n,).
    folds : int
        Number of folds.
    seed : int
        Of the shuffle.

    Returns
    -------
    ndarray of int64
        Fold from 0, (n,).

    Raises
    ------
    DatasetError
        If every class has fewer samples than there are folds, or there are fewer than 2 folds.
    """
    fold_of = np.full(len(labels), -1, dtype=np.int64)
    try:
        splitter = StratifiedGroupKFold(n_splits=folds, shuffle=True, random_state=seed)
        with warnings.catch_warnings():
            # A class with fewer samples than folds: whether it stands in all parts is judged there.
            warnings.filterwarnings("ignore", "The least populated class", UserWarning)
            for fold, (_, held_out) in enumerate(splitter.split(labels, labels, groups)):
                fold_of[held_out] = fold
    except ValueError as error:
        raise DatasetError(f"These samples do not make {folds} folds: {error}") from error
    return fold_of
