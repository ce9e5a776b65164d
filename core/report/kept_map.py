"""The heat map of a finding as it is kept with a case: raw values, to be drawn at any size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.explain.heatmap import overlay, scale_heat_map
from core.images.heat import map_back
from core.images.placement import Box, Placement

if TYPE_CHECKING:
    from core.results import Analysis

KEY = "heat_map"
"""Where it stands in the content of a stored analysis."""


def map_values(analysis: Analysis, *, full_scale: float) -> dict[str, Any]:
    """Turn the map of a finding into plain values.

    Parameters
    ----------
    analysis : Analysis
        With its maps.
    full_scale : float
        Logits that count as the hottest, from the model's card.
    """
    placement = analysis.placement
    rows = analysis.heat_map(analysis.finding).tolist()
    return {
        "values": [[None if np.isnan(one) else round(one, 4) for one in row] for row in rows],
        "full_scale": full_scale,
        "source_size": list(placement.source_size),
        "target_size": list(placement.target_size),
        "source": _corners(placement.source),
        "target": _corners(placement.target),
    }


def has_map(content: Mapping[str, Any]) -> bool:
    """Whether a stored analysis has its map."""
    return bool(content.get(KEY))


def full_scale_of(content: Mapping[str, Any]) -> float:
    """Say how many logits count as the hottest."""
    return float(content[KEY]["full_scale"])


def draw_map(content: Mapping[str, Any], pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Lay the map of a stored analysis over its picture.

    Parameters
    ----------
    content : mapping
        Of a stored analysis that `has_map`.
    pixels : ndarray of uint8
        The picture at any scale, sRGB, (height, width, 3).
    """
    kept = content[KEY]
    grid = np.array(kept["values"], np.float32)  # None becomes NaN
    placement = Placement(
        source_size=_size(kept["source_size"]),
        target_size=_size(kept["target_size"]),
        source=Box(*kept["source"]),
        target=Box(*kept["target"]),
    )
    height, width = pixels.shape[:2]
    raw = map_back(grid, placement, size=(height, width))
    return overlay(pixels, scale_heat_map(raw, full_scale=float(kept["full_scale"])))


def _corners(box: Box) -> list[float]:
    return [box.left, box.top, box.right, box.bottom]


def _size(kept: list[int]) -> tuple[int, int]:
    height, width = kept
    return height, width
