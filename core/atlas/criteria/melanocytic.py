"""Criteria of melanoma and of melanocytic nevi."""

from __future__ import annotations

from typing import Final

from core.atlas.criteria.criterion import Criterion
from core.atlas.criteria.sources import TERMS
from core.language import marked

MELANOMA: Final = (
    Criterion(
        marked("Atypical pigment network"),
        marked("Lines of the network differ in colour, thickness and distance, and end abruptly."),
        TERMS,
    ),
    Criterion(
        marked("Irregular streaks or pseudopods"),
        marked(
            "Radial lines, with or without bulbs at their ends, in only some parts of the edge."
        ),
        TERMS,
    ),
    Criterion(
        marked("Irregular dots and globules"),
        marked("Round brown or black structures of various sizes, spread unevenly."),
        TERMS,
    ),
    Criterion(
        marked("Blue-white veil"),
        marked("A blue area without structure under a whitish haze, not over all of the lesion."),
        TERMS,
    ),
    Criterion(
        marked("Regression structures"),
        marked("White areas like a scar, grey-blue dots like pepper, or both."),
        TERMS,
    ),
    Criterion(
        marked("Irregular blotches"),
        marked("Dark areas without structure, off the centre or with an uneven outline."),
        TERMS,
    ),
    Criterion(
        marked("Atypical vessels"),
        marked("Dotted and irregular linear vessels, or vessels of several kinds, in one lesion."),
        TERMS,
    ),
    Criterion(
        marked("Shiny white lines"),
        marked("Short, bright, parallel or crossing lines that only polarised light shows."),
        TERMS[:1],
    ),
)

NEVUS: Final = (
    Criterion(
        marked("Typical pigment network"),
        marked("An even net of brown lines that thins out towards the edge."),
        TERMS,
    ),
    Criterion(
        marked("Regular dots and globules"),
        marked("Round brown structures alike in size and shape, in the middle or evenly spread."),
        TERMS,
    ),
    Criterion(
        marked("Homogeneous pattern"),
        marked("One colour without other structures, such as the steel blue of a blue nevus."),
        TERMS,
    ),
    Criterion(
        marked("Symmetry of pattern and colour"),
        marked("Few colours and one or two patterns, arranged alike on both sides."),
        TERMS,
    ),
    Criterion(
        marked("Parallel furrow pattern"),
        marked("On palms and soles, brown lines that follow the furrows of the skin."),
        TERMS,
    ),
    Criterion(
        marked("Comma vessels"),
        marked("Short, thick, slightly curved vessels, mostly in raised dermal nevi."),
        TERMS,
    ),
)
