"""All figures of one set of images, each with its 95 % interval, ready to be reported."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.trust.intervals import wilson
from training.evaluation import bootstrap, metrics, sklearn_scores
from training.evaluation.metrics import Scored
from training.evaluation.sklearn_scores import Floats

HEADLINES = (
    "accuracy",
    "balanced_accuracy",
    "macro_f1",
    "melanoma_sensitivity",
    "malignant_auc",
    "ece",
    "brier",
)


class ClassLike(Protocol):
    """What evaluation needs to know of a class of the model."""

    @property
    def code(self) -> str:
        """Short name in labels and reports."""

    @property
    def name(self) -> str:
        """Name that a reader understands."""

    @property
    def malignant(self) -> bool:
        """Whether its lesions are malignant or a precursor that is treated as such."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value and its 95 % interval; None where the data do not define it."""

    value: float | None
    low: float | None = None
    high: float | None = None

    @property
    def span(self) -> tuple[float, float] | None:
        """The interval as it is said; one of no width tells of few lesions, nothing else."""
        if self.low is None or self.high is None or self.low == self.high:
            return None
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class against the rest: its images, its lesions (None: not known), its figures."""

    n: int
    lesions: int | None
    precision: Figure
    recall: Figure
    f1: Figure
    auc: Figure


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything measured on one set of images.

    Parameters
    ----------
    n : int
        Images.
    lesions : int or None
        Lesions that they show; None where not known.
    headline : Mapping[str, Figure]
        By the names of HEADLINES.
    per_class : Mapping[str, ClassFigures]
        By class code, in the model's order.
    confusion : ndarray of int64, shape (classes, classes)
        Counts; rows are the diagnosis, columns the finding.
    resamples : int
        Draws that the intervals rest on.
    """

    n: int
    lesions: int | None
    headline: Mapping[str, Figure]
    per_class: Mapping[str, ClassFigures]
    confusion: NDArray[np.int64]
    resamples: int


def measure(
    scored: Scored,
    *,
    classes: Sequence[ClassLike],
    melanoma: str = "mel",
    resamples: int = bootstrap.RESAMPLES,
    seed: int = bootstrap.SEED,
) -> Figures:
    """Measure everything.

    Parameters
    ----------
    scored : Scored
        Answers and truth, columns in the order of `classes`.
    classes : sequence of ClassLike
        The model's classes.
    melanoma : str
        Code of the class whose recall is the melanoma sensitivity; where no class has it, that
        figure is None.
    resamples, seed : int
        Of the bootstrap.
    """
    malignant = [index for index, entry in enumerate(classes) if entry.malignant]
    drawn = bootstrap.resample(scored, malignant=malignant, resamples=resamples, seed=seed)
    per_class = _per_class(scored, drawn, [entry.code for entry in classes])
    headline = {
        "accuracy": share_interval(
            metrics.accuracy(scored), drawn.accuracy, lesions=len(np.unique(scored.clusters))
        ),
        "balanced_accuracy": interval(metrics.balanced_accuracy(scored), drawn.balanced_accuracy),
        "macro_f1": interval(metrics.macro_f1(scored), drawn.macro_f1),
        "melanoma_sensitivity": (
            per_class[melanoma].recall if melanoma in per_class else Figure(None)
        ),
        "malignant_auc": interval(metrics.auc(scored, positive=malignant), drawn.malignant_auc),
        "ece": centred_interval(metrics.ece(scored), drawn.ece),
        "brier": interval(metrics.brier(scored), drawn.brier),
    }
    matrix = sklearn_scores.confusion(scored.truth, scored.finding, count=len(classes))
    return Figures(len(scored.truth), _lesions(scored), headline, per_class, matrix, resamples)


def _lesions(scored: Scored) -> int | None:
    return None if scored.lesions is None else len(np.unique(scored.lesions))


def _per_class(
    scored: Scored, drawn: bootstrap.Resampled, codes: Sequence[str]
) -> dict[str, ClassFigures]:
    precision, recall, f1 = metrics.precision_recall_f1(scored)

    def share(value: float, draws: Floats, among: NDArray[np.bool_]) -> Figure:
        return share_interval(value, draws, lesions=len(np.unique(scored.clusters[among])))

    figures = {}
    for index, code in enumerate(codes):
        of_class, found = scored.truth == index, scored.finding == index
        area = metrics.auc(scored, positive=[index])
        figures[code] = ClassFigures(
            n=int(of_class.sum()),
            lesions=None if scored.lesions is None else len(np.unique(scored.lesions[of_class])),
            precision=share(precision[index], drawn.precision[:, index], found),
            recall=share(recall[index], drawn.recall[:, index], of_class),
            f1=interval(f1[index], drawn.f1[:, index]),
            auc=interval(area, drawn.auc[:, index]),
        )
    return figures


def interval(value: float, drawn: Floats) -> Figure:
    """Give the figure with the 2.5th and 97.5th percentile of its defined resamples.

    Parameters
    ----------
    value : float
        The figure on the data; NaN gives a Figure of None.
    drawn : ndarray of float64, shape (resamples,)
        The figure on the resamples; NaN are left out.

    References
    ----------
    .. [1] Efron & Tibshirani, Stat. Sci. 1:54-75 (1986). doi:10.1214/ss/1177013815
    """
    defined = drawn[np.isfinite(drawn)]
    if math.isnan(value) or not defined.size:
        return Figure(None if math.isnan(value) else float(value))
    low, high = np.percentile(defined, [2.5, 97.5])
    return Figure(float(value), float(low), float(high))


def share_interval(value: float, drawn: Floats, *, lesions: int) -> Figure:
    """As `interval`, for a share of lesions; where all or none are right, Wilson's.

    Redrawn, such lesions give the same share again and again, however few they are.

    Parameters
    ----------
    value : float
        The share, 0 to 1; NaN gives a Figure of None.
    drawn : ndarray of float64, shape (resamples,)
        The share in the resamples; NaN are left out.
    lesions : int
        Of how many lesions it is the share.
    """
    if lesions and value in {0.0, 1.0}:
        return Figure(float(value), *wilson(value * lesions, lesions))
    return interval(value, drawn)


def centred_interval(value: float, drawn: Floats) -> Figure:
    """As `interval`, after moving the resamples so that their mean is the value; 0 or more.

    Chance gaps only ever add to a calibration error, so that of a resample is larger than that of
    the data, and plain percentiles can lie above the value altogether. The width is kept, the
    bias that resampling adds is taken out; that of measuring on few images stays (see
    `training.evaluation.metrics.ece`).
    """
    return interval(value, np.maximum(drawn - np.mean(drawn) + value, 0))
