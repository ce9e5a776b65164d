"""What the card's page says of explanations, from the figures on the card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.model import Card
from training.believe.randomised import STAGES
from training.pages.markdown import markdown_table
from training.pages.text import percent

Json = Mapping[str, Any]


def explanations_words(card: Card) -> str:
    """Write the section as Markdown; empty where nothing was measured."""
    told: Json | None = card.metrics.get("explanations")  # type: ignore[assignment] # from JSON
    return f"{_methods(told)}\n\n{_reading(told)}\n\n{_hidden(told['hidden'])}" if told else ""


def _methods(told: Json) -> str:
    heads = ("method", "points into the lesion", "evidence in the lesion", "deletion", "insertion")
    rows = [
        (
            one["name"],
            *(_share(one[name]) for name in ("pointing_game", "energy_inside")),
            *(_gain(one[name]) for name in ("deletion_gain", "insertion_gain")),
            *(_gain(one["randomised"].get(stage)) for stage in STAGES),
        )
        for one in told["methods"].values()
    ]
    return markdown_table((*heads, *(f"alike, {stage} scrambled" for stage in STAGES)), rows)


def _reading(told: Json) -> str:
    return (
        f"Findings of {told['n']:,} drawn test images of {told['lesions']:,} lesions, which cover "
        f"{_share(told['lesion_area'])} of what the network sees. Deletion and insertion: how much "
        "better than random blobs, in mean probability. Alike: rank correlation with the map of a "
        f"network whose weights were scrambled ({told['randomised_n']:,} images); the less, the "
        "more the map shows what was learned. In brackets 95 % intervals."
    )


def _hidden(hidden: Json) -> str:
    return (
        f"With the lesion painted over, {_share(hidden['survives'])} of findings survive "
        f"(with the experts' masks, {_share(hidden['survives_with_mask'])}); with all else painted "
        f"over, {_share(hidden['stays_without_background'])} stay. What is taken for the lesion "
        f"overlaps the masks by {_gain(hidden['overlap'])} (intersection over union)."
    )


def _share(figure: Json) -> str:
    if figure["value"] is None:
        return "not defined"
    pair = figure["interval"]
    range_ = f" ({100 * pair[0]:.0f} to {100 * pair[1]:.0f})" if pair else ""
    return percent(figure["value"]) + range_


def _gain(figure: Json | None) -> str:
    if figure is None or figure["value"] is None:
        return "-"
    pair = figure["interval"]
    return f"{figure['value']:.2f}" + (f" ({pair[0]:.2f} to {pair[1]:.2f})" if pair else "")
