"""Whether the model's heat maps can be believed."""

from __future__ import annotations

from core.language import again, say
from core.model.card import Card
from core.report.card.blocks import Block, Grid, Words
from core.report.card.numbers import Json, ranged, section, span


def explanations(card: Card) -> tuple[Block, ...]:
    """Give the table of methods, and what hiding the lesion does; nothing if not measured."""
    told = section(card.metrics, "explanations")
    return (_methods(told), _reading(told), _hidden(told["hidden"])) if told else ()


def _methods(told: Json) -> Grid:
    methods = told["methods"].values()
    stages = tuple(dict.fromkeys(stage for one in methods for stage in one["randomised"]))
    heads = (
        *(say("method"), say("points into the lesion"), say("evidence in the lesion")),
        *(say("deletion"), say("insertion")),
    )
    rows = tuple(
        (
            again(one["name"]),
            *(span(one[name]) for name in ("pointing_game", "energy_inside")),
            *(_gain(one[name]) for name in ("deletion_gain", "insertion_gain")),
            *(_gain(one["randomised"].get(stage)) for stage in stages),
        )
        for one in methods
    )
    return Grid(
        (*heads, *(say("alike, {stage} scrambled", stage=again(stage)) for stage in stages)), rows
    )


def _reading(told: Json) -> Words:
    return Words(
        say(
            "Findings of {images:,} drawn test images of {lesions:,} lesions, which cover {area} "
            "of what the network sees. Deletion and insertion: how much better than random blobs, "
            "in mean probability. Alike: rank correlation with the map of a network whose weights "
            "were scrambled ({scrambled:,} images); the less, the more the map shows what was "
            "learned. In brackets 95 % intervals.",
            images=told["n"],
            lesions=told["lesions"],
            area=span(told["lesion_area"]),
            scrambled=told["randomised_n"],
        )
    )


def _hidden(hidden: Json) -> Words:
    return Words(
        say(
            "With the lesion painted over, {survives} of findings survive (with the experts' "
            "masks, {with_mask}); with all else painted over, {stays} stay. What is taken for the "
            "lesion overlaps the masks by {overlap} (intersection over union).",
            survives=span(hidden["survives"]),
            with_mask=span(hidden["survives_with_mask"]),
            stays=span(hidden["stays_without_background"]),
            overlap=_gain(hidden["overlap"]),
        )
    )


def _gain(figure: Json | None) -> str:
    if figure is None or figure["value"] is None:
        return "-"
    return ranged(figure["value"], figure["interval"], digits=2)
