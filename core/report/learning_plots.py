"""What somebody's answers say, as plots: confusions beside the model's, course, and confidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from core.language import say
from core.report.learning_words import name_of
from core.report.plot_ground import PlotLook, drawn
from core.report.trend_plots import WIDE, draw_confidence, draw_course, draw_gap, say_instead

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from core.learning.progress.confusion import Confusion
    from core.learning.progress.summary import Progress


_HEAD: Final = 130  # above and below the cells of a matrix
_ROW: Final = 28
_LEAST_ROWS: Final = 5
_TREND: Final = 230


def plots_height(progress: Progress, width: int) -> int:
    """Say how high the plots have to be, in device-independent pixels as the width."""
    matrix = _HEAD + _ROW * max(len(progress.own.codes), _LEAST_ROWS)
    return matrix + _TREND if width >= WIDE else 2 * matrix + 3 * _TREND


def draw_progress(progress: Progress, names: Mapping[str, str], look: PlotLook) -> bytes:
    """Draw five plots, as a PNG file: beside each other, or below where that is too narrow.

    Columns, and the rows of a second matrix beside the first, have codes; other rows say their
    names.

    Parameters
    ----------
    progress : Progress
        What is drawn.
    names : mapping of str to str
        Of diagnoses, by code.
    look : PlotLook
        How; `plots_height` says how high.
    """
    known = {code: f"{name_of(code, names)} ({code})" for code in progress.own.codes}
    wide = look.width >= WIDE

    def fill(figure: Figure) -> None:
        trends = _TREND if wide else 3 * _TREND
        ((above,), (below,)) = figure.subfigures(
            2, 1, squeeze=False, height_ratios=(max(look.height - trends, 1), trends)
        )
        own, model = above.subplots(*(1, 2) if wide else (2, 1))
        course, gap, confidence = below.subplots(*(1, 3) if wide else (3, 1))
        _draw_confusion(own, progress.own, known, look, title=say("Own answers"))
        _draw_confusion(
            model, progress.model, {} if wide else known, look, title=say("The model's answers")
        )
        draw_course(course, progress, look)
        draw_gap(gap, progress, look)
        draw_confidence(confidence, progress, look)

    return drawn(look, fill)


def _draw_confusion(
    axes: Axes, confusion: Confusion, names: Mapping[str, str], look: PlotLook, *, title: str
) -> None:
    axes.set_title(title, loc="left", color=look.text)
    if not any(map(any, confusion.counts)):
        say_instead(axes, look, say("None yet"))
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
