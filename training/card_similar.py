"""What the card's page says of similar images, from the figures on the card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.model import Card
from training.pages.markdown import markdown_table
from training.pages.text import percent, plural

Json = Mapping[str, Any]


def similar_words(card: Card) -> str:
    """Write the section as Markdown; empty where nothing was measured."""
    told: Json | None = card.metrics.get("similar")  # type: ignore[assignment] # from JSON
    return f"{_table(card, told)}\n\n{_reading(told)}" if told else ""


def _table(card: Card, told: Json) -> str:
    mean = told["precision"]
    rows = [("Mean over classes", f"{told['n']:,}", *_cells(mean))]
    rows += [
        (entry.name, f"{told['per_class'][entry.code]['n']:,}", *_cells(figures))
        for entry in card.classes
        if (figures := told["per_class"].get(entry.code))
    ]
    heads = ("diagnosis", "images", "by embedding", "by colour", "by chance")
    return markdown_table(heads, rows)


def _cells(figures: Json) -> tuple[str, str, str]:
    by_chance = percent(figures["chance"])
    return _share(figures["embeddings"]), _share(figures["colours"]), by_chance


def _reading(told: Json) -> str:
    gallery = told["gallery"]
    gain = told["precision"]["gain"]
    return (
        f"Of the {told['count']} most similar lesions, how many have the diagnosis of the test "
        f"image (precision at {told['count']}). Searched: {plural(gallery['images'], 'image')} of "
        f"{plural(gallery['lesions'], 'lesion')} of {gallery['name']}, of which none is a test "
        "lesion and the model learned from all. By colour: "
        f"{told['colours']}; embeddings do {_points(gain)} better in the mean over classes. In "
        "brackets 95 % intervals from redrawn lesions."
    )


def _share(figure: Json) -> str:
    if figure["value"] is None:
        return "not defined"
    pair = figure["interval"]
    range_ = f" ({100 * pair[0]:.0f} to {100 * pair[1]:.0f})" if pair else ""
    return percent(figure["value"]) + range_


def _points(figure: Json) -> str:
    pair = figure["interval"]
    range_ = f" ({100 * pair[0]:.0f} to {100 * pair[1]:.0f})" if pair else ""
    return f"{100 * figure['value']:.0f} percentage points{range_}"
