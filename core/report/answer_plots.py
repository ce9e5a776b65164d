"""Committed answers as plots: what was right, and agreement over time.

The window has them drawn in another process: matplotlib's import alone would hold it up.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from core.language import marked, say
from core.report.answer_summary import agrees, summarise
from core.report.plot_ground import PlotLook, drawn, percent_axis
from core.trust.shares import Share

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from core.cases.outcomes import Judged

_NAMES: Final = (marked("First answer"), marked("Last answer"), marked("Model"))


def draw_answers(judged: Sequence[Judged], look: PlotLook) -> bytes:
    """Draw both plots beside each other, as a PNG file."""

    def fill(figure: Figure) -> None:
        left, right = figure.subplots(1, 2)
        _draw_right(left, judged, look)
        _draw_time(right, judged, look)

    return drawn(look, fill)


def agreement_over_time(judged: Sequence[Judged]) -> list[Share]:
    """Count agreement with the model after each answer that names a class, the oldest first."""
    named = [one for one in judged if one.commitment.code and not one.commitment.novel]
    hits = accumulate(int(agrees(one)) for one in named)
    return [Share(right, count) for count, right in enumerate(hits, start=1)]


def _draw_right(axes: Axes, judged: Sequence[Judged], look: PlotLook) -> None:
    summary = summarise(judged)
    axes.set_title(say("Right, by pathology"), loc="left", color=look.text)
    shares = (summary.first, summary.final, summary.model)
    axes.set_ylim(-0.6, len(shares) - 0.4)
    axes.invert_yaxis()
    axes.set_yticks(range(len(shares)), [say(name) for name in _NAMES])
    percent_axis(axes.set_xlim, axes.set_xticks)
    for place, share in enumerate(shares):
        _draw_share(axes, place, share, look)


def _draw_share(axes: Axes, place: int, share: Share, look: PlotLook) -> None:
    if share.interval is None:
        words = (
            say("{right} of {total}; too few to tell", right=share.right, total=share.count)
            if share.count
            else say("None known")
        )
        axes.text(2, place, words, color=look.quiet, va="center")
        return
    low, high = share.interval
    axes.plot([100 * low, 100 * high], [place, place], color=look.accent, linewidth=3)
    axes.plot([100 * share.right / share.count], [place], "o", color=look.accent, markersize=7)


def _draw_time(axes: Axes, judged: Sequence[Judged], look: PlotLook) -> None:
    axes.set_title(say("Same class as the model, so far"), loc="left", color=look.text)
    axes.set_xlabel(say("Answers"), color=look.quiet)
    percent_axis(axes.set_ylim, axes.set_yticks)
    shares = [share for share in agreement_over_time(judged) if share.enough]
    if not shares:
        axes.set_xticks([])
        axes.text(
            0.5,
            0.5,
            say("Too few to tell"),
            color=look.quiet,
            ha="center",
            transform=axes.transAxes,
        )
        return
    counts = [share.count for share in shares]
    ends = [share.interval or (0.0, 1.0) for share in shares]
    low, high = ([100 * one[side] for one in ends] for side in (0, 1))
    axes.fill_between(counts, low, high, color=look.accent, alpha=0.2, linewidth=0)
    axes.plot(counts, [100 * one.right / one.count for one in shares], color=look.accent)
    axes.set_xlim(0, counts[-1] + 1)
