"""Plots of the survey: classes from top to bottom, in the same order everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from training.explore.colours import QUANTITIES
from training.explore.counts import ClassCount, Table
from training.pages.drawing import ACCENT, COLOURS, INK, QUIET, new_canvas, plot_text, svg_uri

Values = NDArray[np.float64]

ROWS = 40
"""Classes that one plot can hold; the tables and explore.json have the others."""
STACKED = 6
"""Values up to which bars are stacked; more are a heat map."""
_THOUSANDS = "{x:,.0f}"

PANELS = (
    *("lightness", "red", "yellow", "contrast"),
    *("skin_lightness", "skin_red", "skin_yellow"),
)
TITLES: Mapping[str, str] = {
    "lightness": "lightness L*, whole image",
    "red": "green to red a*, whole image",
    "yellow": "blue to yellow b*, whole image",
    "skin_lightness": "lightness L*, border",
    "skin_red": "green to red a*, border",
    "skin_yellow": "blue to yellow b*, border",
    "contrast": "contrast of middle and border",
}


def class_plot(classes: Sequence[ClassCount]) -> str:
    """Images and, where known, lesions of each class."""
    canvas, (axes,) = new_canvas(8, _height(len(classes)))
    rows = np.arange(len(classes))
    images = np.array([entry.images for entry in classes])
    axes.barh(rows, images, height=0.7, color=ACCENT, alpha=0.35, label="images")
    if all(entry.lesions is not None for entry in classes):
        lesions = [entry.lesions or 0 for entry in classes]
        axes.barh(rows, lesions, height=0.35, color=ACCENT, label="lesions that they show")
        axes.legend(frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2)
    for row, count in enumerate(images.tolist()):
        axes.text(count, row, f" {count:,}", va="center", color=INK, fontsize=9)
    axes.set_xlim(0, max(images.max(), 1) * 1.1)
    axes.set(xlabel="images")
    axes.xaxis.set_major_formatter(_THOUSANDS)
    _class_axis(axes, [entry.code for entry in classes])
    return svg_uri(canvas)


def table_plot(table: Table) -> str:
    """Shares of a field's values in each class: stacked bars, or a heat map of many values."""
    return _stacked(table) if len(table.values) <= STACKED else _heat(table)


def age_plot(ages: Mapping[str, Values]) -> str:
    """All ages in bins of five years (left), and each class's range (right)."""
    canvas, (left, right) = new_canvas(9.6, _height(len(ages)), columns=2)
    known = np.concatenate(list(ages.values()))
    bins = [5.0 * edge for edge in range(int(known.max() // 5) + 2)]
    left.hist(known, bins=bins, color=ACCENT, edgecolor="white")
    left.set(xlabel="age, years (bins of five)", ylabel="images")
    left.yaxis.set_major_formatter(_THOUSANDS)
    _boxes(right, list(ages.values()))
    right.set(xlabel="age, years")
    _class_axis(right, [f"{code} ({values.size:,})" for code, values in ages.items()])
    return svg_uri(canvas)


def lesion_plot(images_per_lesion: Mapping[int, int]) -> str:
    """Lesions by how many images show them; ten and more together."""
    together: Counter[int] = Counter()
    for images, lesions in images_per_lesion.items():
        together[min(images, 10)] += lesions
    canvas, (axes,) = new_canvas(6.4, 3)
    axes.bar(list(together), list(together.values()), color=ACCENT, width=0.7)
    for images, lesions in together.items():
        axes.text(images, lesions, f"{lesions:,}", ha="center", va="bottom", fontsize=9)
    ticks = range(1, max(together) + 1)
    axes.set_xticks(ticks, [f"{tick}" if tick < 10 else "10 or more" for tick in ticks])
    axes.set(xlabel="images of the lesion", ylabel="lesions")
    axes.yaxis.set_major_formatter(_THOUSANDS)
    return svg_uri(canvas)


def size_plot(sizes: Mapping[tuple[int, int], int]) -> str:
    """Width against height, a dot as large as the number of images."""
    canvas, (axes,) = new_canvas(6.4, 4.4)
    points = np.array(list(sizes))
    counts = np.array(list(sizes.values()))
    axes.scatter(
        points[:, 0],
        points[:, 1],
        s=12 + 400 * counts / counts.max(),
        color=ACCENT,
        alpha=0.45,
        linewidths=0,
    )
    axes.set(xlabel="width, pixels", ylabel="height, pixels")
    axes.set_xlim(0, points[:, 0].max() * 1.1)
    axes.set_ylim(0, points[:, 1].max() * 1.1)
    return svg_uri(canvas)


def colour_plot(colours: Mapping[str, Values], explained: Mapping[str, float | None]) -> str:
    """Each quantity's range in each class; the border's below the same of the whole image."""
    canvas, grid = new_canvas(11, 2 * _height(len(colours)), rows=2, columns=4, heights=(1, 1))
    grid[-1].set_axis_off()
    for place, name in enumerate(PANELS):
        axes, column = grid[place], QUANTITIES.index(name)
        values = [group[:, column] for group in colours.values()]
        _boxes(axes, [group[np.isfinite(group)] for group in values])
        share = explained[name]
        told = "" if share is None else f"\nclass accounts for {100 * share:.0f} %"
        axes.set_title(TITLES[name] + told, fontsize=9)
        _class_axis(axes, list(colours) if place % 4 == 0 else [""] * len(colours))
    for above, below in zip(grid[:3], grid[4:7], strict=True):
        above.sharex(below)
        above.autoscale(axis="x")
    return svg_uri(canvas)


def _height(rows: int) -> float:
    return 1.2 + 0.32 * max(rows, 4)


def _class_axis(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [plot_text(name) for name in names])
    axes.set_ylim(len(names) - 0.5, -0.5)


def _boxes(axes: Axes, groups: Sequence[Values]) -> None:
    filled = [row for row, group in enumerate(groups) if group.size]
    axes.boxplot(
        [groups[row] for row in filled],
        positions=filled,
        orientation="horizontal",
        widths=0.6,
        whis=(5, 95),
        showfliers=False,
        patch_artist=True,
        boxprops={"facecolor": "#d7e8ed", "edgecolor": ACCENT},
        medianprops={"color": ACCENT, "linewidth": 2},
        whiskerprops={"color": QUIET},
        capprops={"color": QUIET},
    )


def _stacked(table: Table) -> str:
    shares = _shares(table)
    canvas, (axes,) = new_canvas(8, _height(len(table.codes)) + 0.4)
    left = np.zeros(len(table.codes))
    for column, value in enumerate(table.values):
        colour = COLOURS[column % len(COLOURS)]
        rows = np.arange(len(table.codes))
        axes.barh(
            rows, shares[:, column], left=left, height=0.7, color=colour, edgecolor="white",
            label=plot_text(value), alpha=0.8,
        )  # fmt: skip
        for row, share in enumerate(shares[:, column]):
            if share > 0.07:
                axes.text(
                    left[row] + share / 2, row, f"{share:.0%}", ha="center", va="center",
                    fontsize=8, color="white" if column in {0, 1, 2, 6} else INK,
                )  # fmt: skip
        left += shares[:, column]
    axes.xaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.set(xlabel="share of the class's images of which it is known", xlim=(0, 1))
    axes.legend(frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3)
    _class_axis(axes, _counted(table))
    return svg_uri(canvas)


def _heat(table: Table) -> str:
    shares = _shares(table)[:, :ROWS]
    values = table.values[:ROWS]
    canvas, (axes,) = new_canvas(2.4 + 0.5 * len(values), _height(len(table.codes)) + 1.2)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=max(shares.max(), 0.01), aspect="auto")
    for (row, column), share in np.ndenumerate(shares):
        if share >= 0.005:
            colour = "white" if share > 0.6 * shares.max() else INK
            axes.text(
                column,
                row,
                f"{100 * share:.0f}",
                ha="center",
                va="center",
                color=colour,
                fontsize=8,
            )
    axes.set_xticks(
        range(len(values)), [plot_text(value) for value in values], rotation=45, ha="right"
    )
    axes.set(xlabel="numbers are per cent of the class's images of which it is known")
    _class_axis(axes, _counted(table))
    return svg_uri(canvas)


def _shares(table: Table) -> Values:
    totals = table.counts.sum(axis=1, keepdims=True)
    shares = np.zeros(table.counts.shape)
    np.divide(table.counts, totals, out=shares, where=totals > 0)
    return shares


def _counted(table: Table) -> list[str]:
    totals = table.counts.sum(axis=1)
    return [f"{code} ({total:,})" for code, total in zip(table.codes, totals, strict=True)]
