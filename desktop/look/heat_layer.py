"""What is laid over the picture, made outside the GUI thread.

The network's map is coarse, so it is coloured at a modest size and stretched by the view, which
costs nothing; a saved picture is rendered by `core.report.overlay` at its full size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

from desktop.look.thumbnails import to_qimage

if TYPE_CHECKING:
    from core.explain.methods import RawMap
    from core.images import Placement
    from core.model import Card
    from core.results import Analysis

_SIDE: Final = 640
_RAMP: Final = (8, 256)
WEAK: Final = 0.15
"""Below this share of the full scale a map shows hardly anything, and the legend says so."""


@dataclass(frozen=True, slots=True)
class HeatRequest:
    """Which heat map is wanted.

    Parameters
    ----------
    image : int
        Id of the image.
    code : str
        The class to explain.
    colours : str
        A value of `core.explain.heatmap.ColourMap`.
    versus : str, optional
        The class that it is set against.
    method : str
        A value of `core.explain.methods.Method`.
    model : str
        Checksum of the model whose answer is explained.
    """

    image: int
    code: str
    colours: str
    versus: str | None = None
    method: str = "grad-cam"
    model: str = ""

    @property
    def plain(self) -> HeatRequest:
        """The same in no colours: what has to be computed."""
        return replace(self, colours="")


@dataclass(frozen=True, slots=True, eq=False)
class HeatLayer:
    """A heat map, ready to be shown.

    Parameters
    ----------
    request : HeatRequest
        What was wanted.
    picture : QImage
        RGBA, of the picture's proportions, to be stretched over it.
    ramp : QImage
        The colours from nothing to full scale, from left to right.
    full_scale : float
        Evidence at full strength, in `unit`.
    peak : float
        The strongest evidence in this map, in `unit`; 0 if there is none.
    has_unseen : bool
        Whether a part of the picture is hatched, because the network did not see it.
    method, unit : str
        Names of the method, and of what its values are.
    for_and_against : bool
        Whether its values are evidence; else they say how much a place matters, not in which way.
    """

    request: HeatRequest
    picture: QImage
    ramp: QImage
    full_scale: float
    peak: float
    has_unseen: bool
    method: str
    unit: str
    for_and_against: bool


def make_heat_layer(
    analysis: Analysis, card: Card, request: HeatRequest, heat: RawMap | None = None
) -> HeatLayer:
    """Colour the map of one class: `heat`, or Grad-CAM's, which the analysis brings along."""
    import numpy as np

    from core.explain.heatmap import ColourMap, colour_heat_map, scale_heat_map
    from core.explain.methods import METHODS, Method, Unit
    from core.images import map_back

    colours, described = ColourMap(request.colours), METHODS[Method(request.method)]
    values = analysis.heat_map(request.code, versus=request.versus) if heat is None else heat.values
    raw = map_back(values, analysis.placement, size=_size(analysis.placement))
    full_scale = card.heat_map_scale * described.relative_scale
    scaled = scale_heat_map(raw, full_scale=full_scale)
    rows, columns = _RAMP
    ramp = np.tile(np.linspace(0, 1, columns, dtype=np.float32), (rows, 1))
    return HeatLayer(
        request=request,
        picture=to_qimage(colour_heat_map(scaled, colour_map=colours)),
        ramp=to_qimage(colour_heat_map(ramp, colour_map=colours)),
        full_scale=full_scale,
        peak=max(0.0, float(np.nanmax(raw))),
        has_unseen=bool(np.isnan(raw).any()),
        method=described.name,
        unit=str(described.unit),
        for_and_against=described.unit is Unit.LOGITS,
    )


def _size(placement: Placement) -> tuple[int, int]:
    """Height and width at which the map is coloured, in pixels."""
    height, width = placement.source_size
    scale = min(1.0, _SIDE / max(height, width))
    return max(1, round(height * scale)), max(1, round(width * scale))
