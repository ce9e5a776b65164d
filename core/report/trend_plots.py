"""What somebody's answers say over time, and about their confidence, as plots."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Final

from core.language import say
from core.report.plot_ground import PlotLook, percent_axis
from core.trust.intervals import wilson

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from core.learning.progress.summary import Progress

WIDE: Final = 700
"""Device-independent pixels in which the plots stand beside each other."""
_A_LETTER, _MARGIN = 7, 60
_A_DAY: Final = 130  # device-independent pixels for each that is named
_LOW: Final = 12  # percent: below it, there is no room for a count under its point
_GAPS: Final = range(-100, 101, 50)


def draw_course(axes: Axes, progress: Progress, look: PlotLook) -> None:
    """Draw how often right at first sight, block by block, with 95 % intervals."""
    _entitle(axes, look, say("Right at first sight, over time"))
    percent_axis(axes.set_ylim, axes.set_yticks)
    blocks = progress.course
    if not blocks:
        say_instead(axes, look, say("Too few to tell"))
        return
    places = range(1, len(blocks) + 1)
    shares = [100 * one.share.right / one.share.count for one in blocks]
    ends = [wilson(one.share.right, one.share.count) for one in blocks]
    for place, (low, high) in zip(places, ends, strict=True):
        axes.plot([place, place], [100 * low, 100 * high], color=look.accent, alpha=0.4)
    axes.plot(places, shares, "o-", color=look.accent, markersize=4)
    _mark_days(axes, progress, look)


def _mark_days(axes: Axes, progress: Progress, look: PlotLook) -> None:
    """Say on what days the blocks ended, as many as can be read."""
    blocks = progress.course
    axes.set_xlim(0.5, len(blocks) + 0.5)
    every = -(-len(blocks) // max(2, int(_room(look) / _A_DAY)))
    axes.set_xticks(
        range(1, len(blocks) + 1, every), [one.last.isoformat() for one in blocks][::every]
    )


def draw_gap(axes: Axes, progress: Progress, look: PlotLook) -> None:
    """Draw how much surer than right, block by block."""
    _entitle(axes, look, say("Surer than right, over time"))
    axes.set_ylim(-100, 100)
    axes.set_yticks(_GAPS, [f"{value:+d}" if value else "0" for value in _GAPS])
    axes.axhline(0, color=look.quiet, linewidth=1, linestyle="--")
    blocks = [(place, one.gap) for place, one in enumerate(progress.course, start=1)]
    told = [(place, 100 * gap) for place, gap in blocks if gap is not None]
    if not told:
        say_instead(axes, look, say("Too few to tell"))
        return
    places, gaps = zip(*told, strict=True)
    axes.bar(places, gaps, width=0.6, color=look.accent, alpha=0.6)
    axes.set_ylabel(say("Points of 100"), color=look.quiet)
    _mark_days(axes, progress, look)


def draw_confidence(axes: Axes, progress: Progress, look: PlotLook) -> None:
    """Draw how often right for each step of how sure, with counts and 95 % intervals."""
    _entitle(axes, look, say("Right, by how sure"))
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
                str(one.share.count), (place, right), _beside(right), textcoords="offset points",
                color=look.quiet, fontsize=8,
            )  # fmt: skip


def _beside(right: float) -> tuple[int, int]:
    """Say where a count stands: below its point, but never among what stands at the axis."""
    return (6, 4) if right < _LOW else (6, -10)


def _entitle(axes: Axes, look: PlotLook, words: str) -> None:
    """Say what a plot is, in as many lines as that takes without running into the next one."""
    letters = max(16, int((_room(look) - _MARGIN) / _A_LETTER))
    axes.set_title(fill(words, letters), loc="left", color=look.text)


def _room(look: PlotLook) -> float:
    """How wide a plot is with its margins."""
    return look.width / (3 if look.width >= WIDE else 1)


def say_instead(axes: Axes, look: PlotLook, words: str) -> None:
    """Say why there is nothing to draw."""
    axes.set_xticks([])
    axes.set_yticks([])
    axes.text(0.5, 0.5, words, color=look.quiet, ha="center", va="center", transform=axes.transAxes)
