"""Whether similar images show the same diagnosis."""

from __future__ import annotations

from core.model.card import Card
from core.report.card.blocks import Block, Grid, Words
from core.report.card.numbers import Json, plural, share, span


def similar(card: Card) -> tuple[Block, ...]:
    """Set embeddings against colour and chance; nothing where it was not measured."""
    told: Json | None = card.metrics.get("similar")  # type: ignore[assignment] # from JSON
    return (_table(card, told), _reading(told)) if told else ()


def _table(card: Card, told: Json) -> Grid:
    per_class = told["per_class"]
    rows = (
        (entry.name, f"{figures['n']:,}", *_cells(figures))
        for entry in card.classes
        if (figures := per_class.get(entry.code))
    )
    mean = ("Mean over classes", f"{told['n']:,}", *_cells(told["precision"]))
    heads = ("diagnosis", "images", "by embedding", "by colour", "by chance")
    return Grid(heads, (mean, *rows))


def _cells(figures: Json) -> tuple[str, str, str]:
    return (
        span(figures["embeddings"]),
        span(figures["colours"]),
        share(figures["chance"]),
    )


def _reading(told: Json) -> Words:
    gallery = told["gallery"]
    return Words(
        f"Of the {told['count']} most similar lesions, how many have the diagnosis of the test "
        f"image (precision at {told['count']}). Searched: {plural(gallery['images'], 'image')} of "
        f"{plural(gallery['lesions'], 'lesion')} of {gallery['name']}, of which none is a test "
        "lesion and the model learned from all. By colour: "
        f"{told['colours']}; embeddings do {_points(told['precision']['gain'])} better in the mean "
        "over classes. In brackets 95 % intervals from redrawn lesions."
    )


def _points(figure: Json) -> str:
    pair = figure["interval"]
    ends = f" ({100 * pair[0]:.0f} to {100 * pair[1]:.0f})" if pair else ""
    return f"{100 * figure['value']:.0f} percentage points{ends}"
