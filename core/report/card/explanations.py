"""Whether the model's heat maps can be believed."""

from __future__ import annotations

from core.model.card import Card
from core.report.card.blocks import Block, Grid, Words
from core.report.card.numbers import Json, ranged, span


def explanations(card: Card) -> tuple[Block, ...]:
    """Give the table of methods, and what hiding the lesion does; nothing if not measured."""
    told: Json | None = card.metrics.get("explanations")  # type: ignore[assignment] # from JSON
    return (_methods(told), _reading(told), _hidden(told["hidden"])) if told else ()


def _methods(told: Json) -> Grid:
    methods = told["methods"].values()
    stages = tuple(dict.fromkeys(stage for one in methods for stage in one["randomised"]))
    heads = ("method", "points into the lesion", "evidence in the lesion", "deletion", "insertion")
    rows = tuple(
        (
            one["name"],
            *(span(one[name]) for name in ("pointing_game", "energy_inside")),
            *(_gain(one[name]) for name in ("deletion_gain", "insertion_gain")),
            *(_gain(one["randomised"].get(stage)) for stage in stages),
        )
        for one in methods
    )
    return Grid((*heads, *(f"alike, {stage} scrambled" for stage in stages)), rows)


def _reading(told: Json) -> Words:
    return Words(
        f"Findings of {told['n']:,} drawn test images of {told['lesions']:,} lesions, which cover "
        f"{span(told['lesion_area'])} of what the network sees. Deletion and insertion: how much "
        "better than random blobs, in mean probability. Alike: rank correlation with the map of a "
        f"network whose weights were scrambled ({told['randomised_n']:,} images); the less, the "
        "more the map shows what was learned. In brackets 95 % intervals."
    )


def _hidden(hidden: Json) -> Words:
    return Words(
        f"With the lesion painted over, {span(hidden['survives'])} of findings survive "
        f"(with the experts' masks, {span(hidden['survives_with_mask'])}); with all else painted "
        f"over, {span(hidden['stays_without_background'])} stay. What is taken for the lesion "
        f"overlaps the masks by {_gain(hidden['overlap'])} (intersection over union)."
    )


def _gain(figure: Json | None) -> str:
    if figure is None or figure["value"] is None:
        return "-"
    return ranged(figure["value"], figure["interval"], digits=2)
