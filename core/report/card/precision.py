"""What was found of a lower precision for bulk work."""

from __future__ import annotations

from core.language import marked, number, say
from core.model.card import Card
from core.model.precision import PrecisionCheck
from core.report.card.blocks import Block, Grid, Words
from core.report.card.numbers import whole

_WORDS = marked(
    "Bulk work may be computed in lower precision where this changed no answer: finding, decision, "
    "certainty, prediction set and novelty were compared with full precision on test images. What "
    "is near a threshold is computed again in full precision, and counted as equal."
)


def lower_precision(card: Card) -> tuple[Block, ...]:
    """Set what was found into a table; nothing where nobody has evaluated any."""
    rows = tuple(
        (str(one.precision), *_cells(one.check), say("yes") if one.offered else say("no"))
        for one in card.lower_precision
        if one.check is not None
    )
    heads = (
        *(say("in"), say("images"), say("equal")),
        *(say("computed again"), say("largest difference"), say("offered")),
    )
    return (Grid(heads, rows), Words(say(_WORDS))) if rows else ()


def _cells(check: PrecisionCheck) -> tuple[str, ...]:
    counts = (check.images, check.equal, check.again)
    return (*(whole(count) for count in counts), number(check.largest_difference, ".3f"))
