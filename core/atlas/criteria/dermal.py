"""Criteria of what grows from the dermis: dermatofibromas and vascular lesions."""

from __future__ import annotations

from typing import Final

from core.atlas.criteria.criterion import Criterion
from core.atlas.criteria.sources import KITTLER, TERMS
from core.language import marked

DERMATOFIBROMA: Final = (
    Criterion(
        marked("Central white patch"),
        marked("A white area like a scar in the middle, often with shiny white lines."),
        (KITTLER,),
    ),
    Criterion(
        marked("Delicate network at the edge"),
        marked("A fine, light brown network that surrounds the white centre."),
        (KITTLER,),
    ),
)

VASCULAR: Final = (
    Criterion(
        marked("Red, blue or black lacunae"),
        marked("Sharply bounded, round or oval areas in one colour of blood."),
        TERMS,
    ),
    Criterion(
        marked("Whitish veil and crust"),
        marked("In an angiokeratoma, a blue-white haze and crusts over dark lacunae."),
        (KITTLER,),
    ),
    Criterion(
        marked("No pigment network"),
        marked("Neither a network nor other pigment of melanocytes is seen."),
        TERMS,
    ),
)
