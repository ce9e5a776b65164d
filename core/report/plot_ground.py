"""What all plots stand on: size, colours, axes in percent.

The window has plots drawn in another process: matplotlib's import alone would hold it up.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INCH: Final = 96  # device-independent pixels


@dataclass(frozen=True, slots=True)
class PlotLook:
    """How plots fit into the window.

    Parameters
    ----------
    ground, text, quiet, accent : str
        Colours, ``#rrggbb``.
    width, height : int
        Device-independent pixels.
    scale : float
        Pixels of the screen for each of these.
    """

    ground: str
    text: str
    quiet: str
    accent: str
    width: int
    height: int
    scale: float


def drawn(look: PlotLook, fill: Callable[[Figure], None]) -> bytes:
    """Draw a figure that is filled by `fill`, as a PNG file."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with mpl.rc_context({"font.size": 9, "axes.spines.top": False, "axes.spines.right": False}):
        figure = Figure(
            figsize=(look.width / _INCH, look.height / _INCH),
            facecolor=look.ground,
            layout="constrained",
        )
        fill(figure)
        for axes in figure.axes:
            _colour(axes, look)
        buffer = io.BytesIO()
        FigureCanvasAgg(figure)  # named, so that the frozen build has it
        figure.savefig(buffer, format="png", dpi=_INCH * look.scale)
    return buffer.getvalue()


def percent_axis(limit: Callable[..., object], mark: Callable[..., object]) -> None:
    """Have an axis go from 0 to 100 %."""
    limit(0, 100)
    mark(range(0, 101, 25), [f"{value} %" for value in range(0, 101, 25)])


def _colour(axes: Axes, look: PlotLook) -> None:
    axes.set_facecolor(look.ground)
    axes.tick_params(colors=look.quiet)
    for spine in axes.spines.values():
        spine.set_color(look.quiet)
