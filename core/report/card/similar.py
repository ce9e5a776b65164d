"""Whether similar images show the same diagnosis."""

from __future__ import annotations

from core.language import again, say
from core.model.card import Card
from core.report.card.blocks import Block, Grid, Words
from core.report.card.numbers import Json, has_width, section, share, span, whole


def similar(card: Card) -> tuple[Block, ...]:
    """Set embeddings against colour and chance; nothing where it was not measured."""
    told = section(card.metrics, "similar")
    return (_table(card, told), _reading(told)) if told else ()


def _table(card: Card, told: Json) -> Grid:
    per_class = told["per_class"]
    rows = (
        (entry.shown_name, whole(figures["n"]), *_cells(figures))
        for entry in card.classes
        if (figures := per_class.get(entry.code))
    )
    mean = (say("Mean over classes"), whole(told["n"]), *_cells(told["precision"]))
    heads = (
        *(say("diagnosis"), say("images")),
        *(say("by embedding"), say("by colour"), say("by chance")),
    )
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
        say(
            "Of the {count} most similar lesions, how many have the diagnosis of the test image "
            "(precision at {count}). Searched: {images:,} images of {lesions:,} lesions of {name}, "
            "of which none is a test lesion and the model learned from all. By colour: {colours}; "
            "embeddings do {points} better in the mean over classes. In brackets 95 % intervals "
            "from redrawn lesions.",
            count=told["count"],
            images=gallery["images"],
            lesions=gallery["lesions"],
            name=gallery["name"],
            colours=again(told["colours"]),
            points=_points(told["precision"]["gain"]),
        )
    )


def _points(figure: Json) -> str:
    words = say("{points:.0f} percentage points", points=100 * figure["value"])
    pair = figure["interval"]
    if not has_width(pair):
        return words
    return say(
        "{figure} ({low:.0f} to {high:.0f})",
        figure=words,
        low=100 * pair[0],
        high=100 * pair[1],
    )
