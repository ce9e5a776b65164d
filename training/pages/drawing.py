"""Plots as SVG that a page can carry inside itself.

Drawn through matplotlib's objects, never pyplot, whose global state holds on to every figure. The
text becomes outlines, so that the plots look the same on a computer without our fonts.
"""

from __future__ import annotations

import base64
import functools
import io
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font

from training.pages.text import name_text

INK, QUIET, ACCENT = "#1f2933", "#9aa5b1", "#0b6e8a"
# Okabe & Ito's colours, which stay apart in all forms of colour blindness; yellow left out as too
# pale on white. Line styles change when they run out, and within them, so colour is never alone.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000")
STYLES = ("-", "--", "-.", ":")


def new_canvas(
    width: float, height: float, *, rows: int = 1, columns: int = 1, heights: Sequence[float] = (1,)
) -> tuple[Figure, list[Axes]]:
    """Make a figure of `width` by `height` inches, and its axes row by row."""
    canvas = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasSVG(canvas)  # attaches itself
    grid = canvas.subplots(rows, columns, squeeze=False, height_ratios=heights)
    for axes in grid.flat:
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(colors=INK, labelsize=9)
    return canvas, list(grid.flat)


def svg_uri(canvas: Figure) -> str:
    """Return the figure as the data URI of an SVG; equal figures give equal bytes."""
    buffer = io.BytesIO()
    # A fixed salt and no date, for the sake of equal bytes.
    with mpl.rc_context({"svg.hashsalt": "lentigo", "svg.fonttype": "path"}):
        canvas.savefig(buffer, format="svg", metadata={"Date": None})
    return "data:image/svg+xml;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def plot_text(name: str, *, length: int = 32) -> str:
    """Make a name that comes from outside fit to stand in a plot.

    Between two dollar signs matplotlib reads a formula, and characters that its font lacks it
    warns of and draws as boxes: here they become a question mark. Tables show the name itself.
    """
    font = _font()
    drawn = (
        character if font.get_char_index(ord(character)) else "?"
        for character in name_text(name, length=length)
    )
    return "".join(drawn).replace("$", r"\$")


@functools.cache
def _font() -> FT2Font:
    return font_manager.get_font(font_manager.findfont("DejaVu Sans"))
