"""How far a figure would move with other patients' lesions: the cluster bootstrap.

Images of one lesion resemble each other, so drawing images would promise more precision than
there is. Lesions are drawn instead, each with all its images, 2000 times. Every figure but the AUC
is a function of sums over images, so a resample is a vector of how often each lesion was drawn
times a small matrix of the lesions' sums; no image is touched again.

A resample may miss a class altogether. Then the figures of that class are undefined in it, and the
means over classes (balanced accuracy, macro F1) are over those that it has, as on the data
themselves. Intervals leave undefined resamples out. With very few lesions of a class an interval is
therefore too narrow: the report marks such classes.

References
----------
.. [1] Field & Welsh, "Bootstrapping clustered data", J. R. Stat. Soc. B 69:369-390 (2007).
   doi:10.1111/j.1467-9868.2007.00593.x
.. [2] Efron & Tibshirani, Stat. Sci. 1:54-75 (1986). doi:10.1214/ss/1177013815
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.evaluation import metrics
from training.evaluation.metrics import BINS, Scored
from training.evaluation.sklearn_scores import Floats, Indices

RESAMPLES = 2000
SEED = 2018
# Resamples held in memory together: 100 x 10,000 images x 8 bytes are 8 MB per array.
CHUNK = 100


@dataclass(frozen=True, slots=True)
class Resampled:
    """Figures of every resample: float64 with one row per resample, NaN where undefined.

    Parameters
    ----------
    accuracy, balanced_accuracy, macro_f1, ece, brier, malignant_auc : ndarray, shape (resamples,)
        The figures of `training.evaluation.metrics`.
    precision, recall, f1, auc : ndarray, shape (resamples, classes)
        The same for each class against the rest.
    """

    accuracy: Floats
    balanced_accuracy: Floats
    macro_f1: Floats
    ece: Floats
    brier: Floats
    malignant_auc: Floats
    precision: Floats
    recall: Floats
    f1: Floats
    auc: Floats


def resample(
    scored: Scored, *, malignant: Sequence[int], resamples: int = RESAMPLES, seed: int = SEED
) -> Resampled:
    """Draw as many lesions as there are, with replacement, and measure; `resamples` times.

    Parameters
    ----------
    scored : Scored
        Answers, truth and lesions.
    malignant : sequence of int
        Indices of the malignant classes.
    resamples, seed : int
        How often, and the seed of the draws: equal seeds give equal figures.
    """
    clusters = scored.clusters
    sums_of_lesion = _sums_of_lesions(scored, clusters)
    ranks = [Ranking.of(scored, clusters, positive=[c]) for c in range(scored.classes)]
    ranks.append(Ranking.of(scored, clusters, positive=malignant))
    sums, aucs = [], []
    for weights in draws(len(sums_of_lesion), resamples=resamples, seed=seed):
        sums.append(weights @ sums_of_lesion)
        aucs.append(np.stack([rank.auc(weights) for rank in ranks], axis=1))
    return _figures(np.concatenate(sums), np.concatenate(aucs), scored.classes)


def draws(lesions: int, *, resamples: int, seed: int) -> Iterator[Floats]:
    """How often each lesion is drawn: multinomial counts, shape (up to CHUNK, lesions).

    Counting uniform draws gives the same distribution as a multinomial generator, faster.
    """
    generator = np.random.default_rng(seed)
    for start in range(0, resamples, CHUNK):
        rows = min(CHUNK, resamples - start)
        drawn = generator.integers(lesions, size=(rows, lesions))
        drawn += lesions * np.arange(rows)[:, None]
        counts = np.bincount(drawn.ravel(), minlength=rows * lesions)
        yield counts.reshape(rows, lesions).astype(np.float64)


def _sums_of_lesions(scored: Scored, clusters: Indices) -> Floats:
    """Sum over each lesion's images, shape (lesions, 3 classes + 1 + bins).

    Columns: hits, diagnoses and findings by class, squared error, calibration gap by bin.
    """
    one_hot = np.eye(scored.classes)
    truth, finding = one_hot[scored.truth], one_hot[scored.finding]
    squared = metrics.squared_errors(scored)[:, None]
    gap = np.eye(BINS)[metrics.confidence_bins(scored)] * metrics.calibration_gap(scored)[:, None]
    sums = np.zeros((clusters.max() + 1, 3 * scored.classes + 1 + BINS))
    np.add.at(sums, clusters, np.hstack([truth * finding, truth, finding, squared, gap]))
    return sums


def _figures(sums: Floats, aucs: Floats, classes: int) -> Resampled:
    hits, truth, finding = (sums[:, k * classes : (k + 1) * classes] for k in range(3))
    images = truth.sum(axis=1)
    recall, f1 = _ratio(hits, truth), _ratio(2 * hits, truth + finding)
    present = truth > 0
    return Resampled(
        accuracy=hits.sum(axis=1) / images,
        balanced_accuracy=np.nanmean(recall, axis=1),
        macro_f1=np.sum(np.where(present, f1, 0), axis=1) / present.sum(axis=1),
        ece=np.abs(sums[:, -BINS:]).sum(axis=1) / images,
        brier=sums[:, 3 * classes] / images,
        malignant_auc=aucs[:, -1],
        precision=_ratio(hits, finding),
        recall=recall,
        f1=f1,
        auc=aucs[:, :-1],
    )


def _ratio(numerator: Floats, denominator: Floats) -> Floats:
    undefined = np.full_like(numerator, np.nan)
    return np.divide(numerator, denominator, out=undefined, where=denominator > 0)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Images sorted by score once, so that the AUC of a resample is a weighted sum.

    Parameters
    ----------
    lesion : ndarray of intp, shape (n,)
        Lesion of each image, in ascending order of its score.
    positive : ndarray of bool, shape (n,)
        Whether it is of the positive classes, in the same order.
    starts : ndarray of intp, shape (distinct scores,)
        Where each run of equal scores begins.
    """

    lesion: Indices
    positive: NDArray[np.bool_]
    starts: Indices

    @classmethod
    def of(cls, scored: Scored, clusters: Indices, *, positive: Sequence[int]) -> Ranking:
        """Sort the images by their summed probability of the `positive` classes."""
        is_positive, scores = metrics.positive_scores(scored, positive=positive)
        order = np.argsort(scores, kind="stable")
        starts = np.flatnonzero(np.diff(scores[order], prepend=-np.inf) > 0)
        return cls(clusters[order], is_positive[order], starts)

    def auc(self, weights: Floats) -> Floats:
        """AUC of each resample, shape (resamples,), from `weights` (resamples, lesions).

        NaN where a resample lacks positives or negatives.
        """
        images = weights[:, self.lesion]
        positives = np.add.reduceat(images * self.positive, self.starts, axis=1)
        negatives = np.add.reduceat(images * ~self.positive, self.starts, axis=1)
        below = np.cumsum(negatives, axis=1) - negatives / 2  # equal scores count half
        pairs = positives.sum(axis=1) * negatives.sum(axis=1)
        return _ratio(np.sum(positives * below, axis=1), pairs)
