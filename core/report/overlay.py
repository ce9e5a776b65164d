"""One picture with one heat map and its legend, as it is saved, printed and shown."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.explain.heatmap import DEFAULT_OPACITY, ColourMap, overlay, scale_heat_map
from core.explain.legend import with_remarks, with_scale_bar
from core.images import map_back
from core.model.card import Card
from core.report.trust_words import warnings_of
from core.results import Analysis


def render_overlay(
    pixels: NDArray[np.uint8],
    analysis: Analysis,
    card: Card,
    *,
    code: str | None = None,
    colour_map: ColourMap = ColourMap.VIRIDIS,
    opacity: float = DEFAULT_OPACITY,
) -> NDArray[np.uint8]:
    """Lay the heat map of a class over its picture, with warnings and a legend below.

    Parameters
    ----------
    pixels : ndarray of uint8
        The analysed picture, (height, width, 3), at any scale.
    analysis : Analysis
        Of that picture.
    card : Card
        Of the model that made the analysis.
    code : str, optional
        The class to explain; the finding by default.
    colour_map, opacity : optional
        How heat is shown.

    Returns
    -------
    ndarray of uint8
        (height + legend, width, 3).

    Raises
    ------
    KeyError
        If the model has no such class.
    """
    shown = analysis.finding if code is None else code
    height, width = pixels.shape[:2]
    raw = map_back(analysis.heat_map(shown), analysis.placement, size=(height, width))
    scaled = scale_heat_map(raw, full_scale=card.heat_map_scale)
    covered = overlay(pixels, scaled, colour_map=colour_map, opacity=opacity)
    legend = with_scale_bar(
        covered,
        full_scale=card.heat_map_scale,
        class_name=card.entry(shown).name,
        probability=analysis.probabilities[shown],
        colour_map=colour_map,
        opacity=opacity,
        has_unseen=bool(np.isnan(raw).any()),
    )[height:]
    return np.concatenate([with_remarks(covered, warnings_of(analysis)), legend])
