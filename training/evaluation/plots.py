"""Plots of the report; see `training.pages.drawing`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from core.trust.intervals import wilson
from training.evaluation import metrics, sklearn_scores
from training.evaluation.metrics import BINS, Scored
from training.pages.drawing import ACCENT, COLOURS, INK, QUIET, STYLES, new_canvas, svg_uri


def confusion_plot(matrix: NDArray[np.int64], *, labels: Sequence[str]) -> str:
    """Confusion matrix: shade is the share of the row, the number is the count.

    Parameters
    ----------
    matrix : ndarray of int64, shape (classes, classes)
        Rows are the diagnosis, columns the finding.
    labels : sequence of str
        Class codes.

    Returns
    -------
    str
        Data URI of an SVG.
    """
    totals = matrix.sum(axis=1, keepdims=True)
    shares = np.divide(matrix, totals, out=np.zeros(matrix.shape), where=totals > 0)
    side = 1.6 + 0.52 * len(labels)
    canvas, (axes,) = new_canvas(side, side)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(labels)), labels, rotation=45 if len(labels) > 8 else 0)
    axes.set_yticks(range(len(labels)), labels)
    axes.set(xlabel="finding of the model", ylabel="diagnosis")
    for (row, column), count in np.ndenumerate(matrix):
        colour = "white" if shares[row, column] > 0.55 else INK
        text = f"{count}" if not count else f"{count}\n{shares[row, column]:.0%}"
        axes.text(column, row, text, ha="center", va="center", color=colour, fontsize=8)
    return svg_uri(canvas)


def reliability_plot(scored: Scored) -> str:
    """Share of right findings against stated probability, and how many images each bin has.

    The vertical lines are Wilson's 95 % intervals, images taken as independent.

    Returns
    -------
    str
        Data URI of an SVG.

    See Also
    --------
    core.trust.intervals.wilson : Says where the intervals are from.
    """
    bins = metrics.confidence_bins(scored)
    counts = np.bincount(bins, minlength=BINS)
    filled = counts > 0
    stated = np.bincount(bins, scored.probabilities.max(axis=1), BINS)[filled] / counts[filled]
    hits = np.bincount(bins, scored.finding == scored.truth, BINS)[filled]
    right = hits / counts[filled]
    canvas, (axes, below) = new_canvas(5.2, 5.6, rows=2, heights=(3, 1))
    axes.plot([0, 1], [0, 1], color=QUIET, linestyle="--", label="as stated")
    low, high = zip(*map(wilson, hits.tolist(), counts[filled].tolist()), strict=True)
    axes.vlines(stated, low, high, color=ACCENT, linewidth=1.5)
    axes.plot(stated, right, "o-", color=ACCENT, linewidth=1, label="as observed", clip_on=False)
    axes.set(ylabel="share of findings that were right", xlim=(0, 1), ylim=(0, 1))
    axes.legend(frameon=False, loc="upper left")
    below.bar((np.arange(BINS) + 0.5) / BINS, counts, width=0.9 / BINS, color=ACCENT)
    below.set(xlabel="probability that the model stated", ylabel="images", xlim=(0, 1))
    return svg_uri(canvas)


def roc_plot(scored: Scored, *, labels: Sequence[str], malignant: Sequence[int]) -> str:
    """ROC curves: all malignant classes together (left), each class against the rest (right).

    A curve is left out where its classes, or all others, do not occur.

    Returns
    -------
    str
        Data URI of an SVG.
    """
    canvas, pair = _curves(_roc, scored, labels=labels, malignant=malignant)
    for axes in pair:
        axes.plot([0, 1], [0, 1], color=QUIET, linewidth=1, label="chance")
        axes.set(xlabel="1 - specificity", ylabel="sensitivity", xlim=(0, 1), ylim=(0, 1.01))
        axes.set_aspect("equal")
        axes.legend(frameon=False, loc="lower right")
    return svg_uri(canvas)


def _curves(
    draw: Callable[..., None], scored: Scored, *, labels: Sequence[str], malignant: Sequence[int]
) -> tuple[Figure, tuple[Axes, Axes]]:
    """Draw the curve of all malignant classes together (left), and one of each class (right)."""
    canvas, (left, right) = new_canvas(9.6, 4.8, columns=2)
    left.set_title("Malignant against benign")
    right.set_title("Each class against the rest")
    draw(left, scored, positive=malignant, label="malignant", colour=ACCENT, style="-")
    for index, label in enumerate(labels):
        colour = COLOURS[index % len(COLOURS)]
        style = STYLES[(index + index // len(COLOURS)) % len(STYLES)]
        draw(right, scored, positive=[index], label=label, colour=colour, style=style)
    return canvas, (left, right)


def _roc(
    axes: Axes, scored: Scored, *, positive: Sequence[int], label: str, colour: str, style: str
) -> None:
    is_positive, scores = metrics.positive_scores(scored, positive=positive)
    if is_positive.all() or not is_positive.any():
        return
    false, true = sklearn_scores.roc_curve(is_positive, scores)
    area = sklearn_scores.roc_auc(is_positive, scores)
    text = f"{label} (AUC {area:.2f}, n = {is_positive.sum()})"
    axes.plot(false, true, color=colour, linestyle=style, linewidth=1.6, label=text, clip_on=False)


def precision_recall_plot(
    scored: Scored, *, labels: Sequence[str], malignant: Sequence[int]
) -> str:
    """Precision against sensitivity: all malignant classes (left), each class (right).

    A curve is left out where its classes, or all others, do not occur.

    Returns
    -------
    str
        Data URI of an SVG.
    """
    canvas, pair = _curves(_precision, scored, labels=labels, malignant=malignant)
    for axes in pair:
        axes.set(xlabel="sensitivity", ylabel="precision", xlim=(0, 1), ylim=(0, 1.01))
        axes.set_aspect("equal")
        if axes.get_legend_handles_labels()[0]:
            axes.legend(frameon=False, loc="lower left")
    return svg_uri(canvas)


def _precision(
    axes: Axes, scored: Scored, *, positive: Sequence[int], label: str, colour: str, style: str
) -> None:
    is_positive, scores = metrics.positive_scores(scored, positive=positive)
    if is_positive.all() or not is_positive.any():
        return
    precision, recall = sklearn_scores.precision_recall_curve(is_positive, scores)
    share = is_positive.mean()
    text = f"{label} (chance {share:.2f})"
    axes.plot(recall, precision, color=colour, linestyle=style, linewidth=1.6, label=text)
