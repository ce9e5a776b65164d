"""What a model's answers are worth: each figure a pure function of arrays.

Throughout, `probabilities` is float64 of shape (n, classes), rows summing to 1, and `truth` is
intp of shape (n,) with the index of each image's diagnosis. The *finding* is the class of the
largest probability. A figure that is undefined on the data at hand (the recall of a class that
does not occur, say) is NaN here and null in the report; it is never replaced by a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.evaluation import sklearn_scores
from training.evaluation.sklearn_scores import Floats, Indices

BINS = 15


@dataclass(frozen=True, slots=True)
class Scored:
    """Answers beside the truth, checked.

    Parameters
    ----------
    probabilities : ndarray of float64, shape (n, classes)
        0 to 1, each row summing to 1 within 1e-3.
    truth : ndarray of intp, shape (n,)
        Index of the diagnosis, 0 to classes - 1.
    lesions : ndarray of intp, shape (n,), or None
        Equal numbers for images of the same lesion; None where lesions are not known.

    Raises
    ------
    ValueError
        If shapes disagree, there is no image, or a value is out of its range.
    """

    probabilities: Floats
    truth: Indices
    lesions: Indices | None = None

    def __post_init__(self) -> None:
        p, truth = self.probabilities, self.truth
        if p.ndim != 2 or p.size == 0 or truth.shape != p.shape[:1]:
            raise ValueError(f"probabilities {p.shape} and truth {truth.shape} do not fit")
        if self.lesions is not None and self.lesions.shape != truth.shape:
            raise ValueError(f"lesions {self.lesions.shape} and truth {truth.shape} do not fit")
        if not (np.all(p >= 0) and np.allclose(p.sum(axis=1), 1, rtol=0, atol=1e-3)):
            raise ValueError("every row of probabilities must be 0 or more and sum to 1")
        if truth.min() < 0 or truth.max() >= p.shape[1]:
            raise ValueError("truth has an index that is no class")

    @property
    def classes(self) -> int:
        """Number of classes."""
        return int(self.probabilities.shape[1])

    @property
    def finding(self) -> Indices:
        """Index of the most probable class of each image, shape (n,); the first of equals."""
        return np.asarray(np.argmax(self.probabilities, axis=1), dtype=np.intp)

    @property
    def clusters(self) -> Indices:
        """Numbers 0 to m - 1 of the m lesions, shape (n,); every image its own if unknown."""
        if self.lesions is None:
            return np.arange(len(self.truth))
        return np.asarray(np.unique(self.lesions, return_inverse=True)[1], dtype=np.intp)

    def subset(self, chosen: NDArray[np.bool_]) -> Scored:
        """Keep the images where `chosen`, shape (n,), is true."""
        lesions = None if self.lesions is None else self.lesions[chosen]
        return Scored(self.probabilities[chosen], self.truth[chosen], lesions)


def accuracy(scored: Scored) -> float:
    """Share of images whose finding is the diagnosis, 0 to 1."""
    return sklearn_scores.accuracy(scored.truth, scored.finding)


def balanced_accuracy(scored: Scored) -> float:
    """Mean recall of the classes that occur in `truth`, 0 to 1.

    References
    ----------
    .. [1] Brodersen et al., "The balanced accuracy and its posterior distribution", ICPR 2010.
       doi:10.1109/ICPR.2010.764
    """
    _, recall, _ = precision_recall_f1(scored)
    return float(np.nanmean(recall))


def macro_f1(scored: Scored) -> float:
    """Mean F1 of the classes that occur in `truth`, 0 to 1.

    A class that does not occur counts only through the images wrongly given to it, which lower
    the recall of their own class.

    References
    ----------
    .. [1] Sokolova & Lapalme, Inf. Process. Manag. 45:427-437 (2009).
       doi:10.1016/j.ipm.2009.03.002
    """
    _, _, f1 = precision_recall_f1(scored)
    return float(np.mean(f1[np.unique(scored.truth)]))


def precision_recall_f1(scored: Scored) -> tuple[Floats, Floats, Floats]:
    """Precision, recall and F1 of each class against the rest, shape (classes,) each, 0 to 1.

    NaN where undefined: precision of a class that is never the finding, recall of one that does
    not occur, F1 of one that is neither.

    References
    ----------
    .. [1] Sokolova & Lapalme, Inf. Process. Manag. 45:427-437 (2009).
       doi:10.1016/j.ipm.2009.03.002
    """
    return sklearn_scores.precision_recall_f1(scored.truth, scored.finding, count=scored.classes)


def auc(scored: Scored, *, positive: Sequence[int]) -> float:
    """Area under the ROC curve of the summed probability of some classes against the rest.

    The probability that a random image of these classes gets a higher value than a random other
    image, equal values counting half.

    Parameters
    ----------
    scored : Scored
        Answers and truth.
    positive : sequence of int
        Class indices: one for one-vs-rest, all malignant ones for the malignant AUC.

    Returns
    -------
    float
        0 to 1; NaN unless images of both sides occur.

    References
    ----------
    .. [1] Hanley & McNeil, Radiology 143:29-36 (1982). doi:10.1148/radiology.143.1.7063747
    """
    return sklearn_scores.roc_auc(*positive_scores(scored, positive=positive))


def positive_scores(scored: Scored, *, positive: Sequence[int]) -> tuple[NDArray[np.bool_], Floats]:
    """Whether each image is of the `positive` classes, and their summed probability; (n,) each."""
    columns = np.asarray(positive, dtype=np.intp)
    return np.isin(scored.truth, columns), scored.probabilities[:, columns].sum(axis=1)


def confidence_bins(scored: Scored) -> Indices:
    """Bin of each image's top probability, shape (n,), 0 to 14.

    Bin m of the 15 equally wide ones is (m/15, (m+1)/15], closed above.
    """
    edges = np.linspace(0, 1, BINS + 1)[1:-1]
    bins = np.digitize(scored.probabilities.max(axis=1), edges, right=True)
    return np.asarray(bins, dtype=np.intp)


def ece(scored: Scored) -> float:
    """Return the expected calibration error of the top probability, 15 equal bins, 0 to 1.

    The mean over images of the absolute difference, within each image's bin, between mean top
    probability and share of right findings.

    On few images it is biased upwards, because chance gaps only ever add: in a simulation with 300
    images it averaged 0.07 where 200,000 gave 0.02.

    References
    ----------
    .. [1] Naeini, Cooper & Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
       binning", AAAI 2015. doi:10.1609/aaai.v29i1.9602
    .. [2] Guo et al., "On calibration of modern neural networks", ICML 2017.
       doi:10.48550/arXiv.1706.04599
    """
    gap = calibration_gap(scored)
    sums = np.bincount(confidence_bins(scored), weights=gap, minlength=BINS)
    return float(np.abs(sums).sum() / len(gap))


def calibration_gap(scored: Scored) -> Floats:
    """Top probability less 1 where the finding is right, shape (n,), -1 to 1."""
    gap = scored.probabilities.max(axis=1) - (scored.finding == scored.truth)
    return np.asarray(gap, dtype=np.float64)


def brier(scored: Scored) -> float:
    """Multi-class Brier score, 0 (best) to 2.

    The mean over images of the *sum* over classes of (probability - 1 if diagnosis else 0)^2, as
    Brier defined it; some programs halve it.

    References
    ----------
    .. [1] Brier, Mon. Weather Rev. 78:1-3 (1950).
       doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2
    """
    return float(np.mean(squared_errors(scored)))


def squared_errors(scored: Scored) -> Floats:
    """Each image's share of the Brier score, shape (n,), 0 to 2."""
    errors = np.square(scored.probabilities - np.eye(scored.classes)[scored.truth])
    return np.asarray(errors.sum(axis=1), dtype=np.float64)
