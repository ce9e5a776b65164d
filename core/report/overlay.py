"""One picture with one heat map and its legend, as it is saved, printed and shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.explain.heatmap import DEFAULT_OPACITY, ColourMap, overlay, scale_heat_map
from core.explain.legend import with_remarks, with_scale_bar
from core.explain.methods import METHODS, Method, RawMap, Unit
from core.images import map_back
from core.language import again, marked, say
from core.model.card import Card
from core.report.trust_words import warnings_of
from core.results import Analysis

_QUANTITIES: Final = {
    (True, False): marked("Evidence for {name}, {unit}"),
    (True, True): marked("Evidence for {name} rather than {other}, {unit}"),
    (False, False): marked("Influence on {name}, {unit}"),
    (False, True): marked("Influence on {name} rather than {other}, {unit}"),
}
"""By whether a map is in logits, and whether it sets a class against another."""


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """A map of another method than the one that comes with every analysis.

    Parameters
    ----------
    method : Method
        Which.
    heat : RawMap
        Of the class, or of one class rather than another, that is to be shown.
    """

    method: Method
    heat: RawMap


def render_overlay(
    pixels: NDArray[np.uint8],
    analysis: Analysis,
    card: Card,
    *,
    code: str | None = None,
    versus: str | None = None,
    explanation: Explanation | None = None,
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
    versus : str, optional
        The class that it is set against.
    explanation : Explanation, optional
        Another method's map of the same; by default Grad-CAM's is shown.
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
    method = Method.GRAD_CAM if explanation is None else explanation.method
    grid = (
        analysis.heat_map(shown, versus=versus) if explanation is None else explanation.heat.values
    )
    raw = map_back(grid, analysis.placement, size=(height, width))
    full_scale = card.heat_map_scale * METHODS[method].relative_scale
    scaled = scale_heat_map(raw, full_scale=full_scale)
    covered = overlay(pixels, scaled, colour_map=colour_map, opacity=opacity)
    legend = with_scale_bar(
        covered,
        full_scale=full_scale,
        class_name=card.entry(shown).shown_name,
        probability=analysis.probabilities[shown],
        quantity=_quantity(card, method, shown, versus),
        colour_map=colour_map,
        opacity=opacity,
        has_unseen=bool(np.isnan(raw).any()),
    )[height:]
    return np.concatenate([with_remarks(covered, warnings_of(analysis)), legend])


def _quantity(card: Card, method: Method, code: str, versus: str | None) -> str:
    """Say what the colours mean; Grad-CAM, which everyone expects, is not named."""
    described = METHODS[method]
    words = say(
        _QUANTITIES[described.unit is Unit.LOGITS, versus is not None],
        name=card.entry(code).shown_name,
        other="" if versus is None else card.entry(versus).shown_name,
        unit=say(described.unit),
    )
    return words if method is Method.GRAD_CAM else f"{say(described.name)}. {words}"


def describe_overlay(
    analysis: Analysis, card: Card, *, code: str, versus: str | None = None
) -> str:
    """Say in words what such a picture shows, for what reads a file's description."""
    about = code
    if versus is not None:
        about = say("{name} rather than {other}", name=code, other=versus)
    model = f"{card.name} {card.version}"
    shows = say("Heat map of the class {name}, model {model}.", name=about, model=model)
    return " ".join([shows, *warnings_of(analysis), again(card.statement)])
