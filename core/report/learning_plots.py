"""What somebody's answers say, as plots: confusions beside the model's, course, and confidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from core.language import say
from core.report.learning_words import name_of
from core.report.plot_ground import PlotLook, drawn, percent_axis
from core.trust.intervals import wilson

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from core.learning.progress.confusion import Confusion
    from core.learning.progress.summary import Progress


def draw_progress(progress: Progress, names: Mapping[str, str], look: PlotLook) -> bytes:
    """Draw four plots, as a PNG file.

    Columns, and the rows of the second matrix, have codes; the rows of the first say their names.

    Parameters
    ----------
    progress : Progress
        What is drawn.
    names : mapping of str to str
        Of diagnoses, by code.
    look : PlotLook
        How.
    """
    known = {code: f"{name_of(code, names)} ({code})" for code in progress.own.codes}

    def fill(figure: Figure) -> None:
        ((above,), (below,)) = figure.subfigures(2, 1, squeeze=False, height_ratios=(4, 3))
        own, model = above.subplots(1, 2)
        course, confidence = below.subplots(1, 2)
        _draw_confusion(own, progress.own, known, look, title=say("Own answers"))
        _draw_confusion(model, progress.model, {}, look, title=say("The model's answers"))
        _draw_course(course, progress, look)
        _draw_confidence(confidence, progress, look)

    return drawn(look, fill)


def _draw_confusion(
    axes: Axes, confusion: Confusion, names: Mapping[str, str], look: PlotLook, *, title: str
) -> None:
    axes.set_title(title, loc="left", color=look.text)
    if not any(map(any, confusion.counts)):
        _say_too_few(axes, look, say("None yet"))
        return
    for row, counts in enumerate(confusion.counts):
        for column, count in enumerate(counts):
            if count:
                _draw_cell(axes, (row, column), count, look, share=count / sum(counts))
    said = [code or say("none") for code in confusion.said]
    axes.set_xticks(range(len(said)), said, rotation=90 if len(said) > 6 else 0)
    axes.set_yticks(
        range(len(confusion.codes)),
        [names.get(code, code) for code in confusion.codes],
    )
    axes.set_xlim(-0.5, len(said) - 0.5)
    axes.set_ylim(len(confusion.codes) - 0.5, -0.5)
    axes.set_xlabel(say("Answer"), color=look.quiet)
    if names:  # beside it the same rows need no names again
        axes.set_ylabel(say("Diagnosis"), color=look.quiet)


def _draw_cell(
    axes: Axes, place: tuple[int, int], count: int, look: PlotLook, *, share: float
) -> None:
    """Draw a cell as strong as its share of the row; the number says how many."""
    from matplotlib.patches import Rectangle

    row, column = place
    square = (column - 0.5, row - 0.5)
    axes.add_patch(
        Rectangle(square, 1, 1, color=look.accent, alpha=0.12 + 0.5 * share, linewidth=0)
    )
    if row == column:
        axes.add_patch(Rectangle(square, 1, 1, fill=False, edgecolor=look.quiet, linewidth=1))
    axes.text(column, row, str(count), ha="center", va="center", color=look.text)


def _draw_course(axes: Axes, progress: Progress, look: PlotLook) -> None:
    axes.set_title(say("Right at first sight, over time"), loc="left", color=look.text)
    percent_axis(axes.set_ylim, axes.set_yticks)
    blocks = progress.course
    if not blocks:
        _say_too_few(axes, look, say("Too few to tell"))
        return
    places = range(1, len(blocks) + 1)
    shares = [100 * one.share.right / one.share.count for one in blocks]
    ends = [wilson(one.share.right, one.share.count) for one in blocks]
    for place, (low, high) in zip(places, ends, strict=True):
        axes.plot([place, place], [100 * low, 100 * high], color=look.accent, alpha=0.4)
    axes.plot(places, shares, "o-", color=look.accent, markersize=4)
    axes.set_xlim(0.5, len(blocks) + 0.5)
    every = -(-len(blocks) // 4)
    axes.set_xticks(
        [*places][::every],
        [one.last.isoformat() for one in blocks][::every],
    )


def _draw_confidence(axes: Axes, progress: Progress, look: PlotLook) -> None:
    axes.set_title(say("Right, by how sure"), loc="left", color=look.text)
    percent_axis(axes.set_xlim, axes.set_xticks)
    percent_axis(axes.set_ylim, axes.set_yticks)
    axes.set_xlabel(say("Said to be sure"), color=look.quiet)
    axes.plot([0, 100], [0, 100], color=look.quiet, linewidth=1, linestyle="--")
    for one in progress.calibration.bins:
        if one.confidence is not None:
            place = 100 * one.confidence
            low, high = wilson(one.share.right, one.share.count)
            axes.plot([place, place], [100 * low, 100 * high], color=look.accent, alpha=0.4)
            right = 100 * one.share.right / one.share.count
            axes.plot([place], [right], "o", color=look.accent, markersize=6)
            axes.annotate(
                str(one.share.count), (place, right), (6, -10), textcoords="offset points",
                color=look.quiet, fontsize=8,
            )  # fmt: skip


def _say_too_few(axes: Axes, look: PlotLook, words: str) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    axes.text(0.5, 0.5, words, color=look.quiet, ha="center", va="center", transform=axes.transAxes)
