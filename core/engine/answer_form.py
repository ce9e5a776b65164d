"""Whether a graph answers as its card says: it comes from a bundle, perhaps a stranger's."""

from __future__ import annotations

from core.errors import BundleDamaged
from core.language import say
from core.model.card import Card
from core.model.runtime import RawAnswer


def require_form(answer: RawAnswer, card: Card) -> None:
    """Check the arrays that a graph answers with about one image.

    Raises
    ------
    BundleDamaged
        If they have other shapes than the card says.
    """
    blocks, classes = card.network.blocks, len(card.classes)
    halvings = 2 ** (len(blocks) - 1)
    rows, columns = (side // halvings for side in card.preprocessing.shape[:2])
    expected = ((1, classes), (1, classes, rows, columns), (1, blocks[-1][1]))
    found = (answer.logits.shape, answer.heat_maps.shape, answer.embedding.shape)
    if found != expected:
        raise BundleDamaged(
            say(
                "The model's graph answers with arrays of {found}; its card says {expected}.",
                found=found,
                expected=expected,
            ),
            value=found,
        )
