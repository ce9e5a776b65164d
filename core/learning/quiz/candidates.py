"""Which diagnoses are offered as answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.atlas.item import AtlasItem
    from core.learning.quiz.confusions import Confusions

LikeCodes = Callable[["AtlasItem"], Sequence[str]]
"""Names the other diagnoses that an image looks like, the likest first; none where nobody knows."""


def nobody_knows(_item: AtlasItem) -> Sequence[str]:
    """Say nothing: there are no embeddings."""
    return ()


def candidates_for(
    item: AtlasItem,
    codes: Sequence[str],
    *,
    choices: int | None,
    confusions: Confusions,
    like: LikeCodes,
    chance: random.Random,
) -> list[str]:
    """Choose what is offered for an image.

    Parameters
    ----------
    item : AtlasItem
        The image.
    codes : sequence of str
        All that can be offered.
    choices : int, optional
        How many; None for all.
    confusions : Confusions
        What the one who is asked mixes up comes first.
    like : callable
        Then what looks like it; then anything.
    chance : Random
        Begun with a seed.

    Returns
    -------
    list of str
        In alphabetical order, which says nothing.
    """
    others = sorted(set(codes) - {item.code})
    if choices is None or choices > len(others):
        return sorted({item.code, *others})
    confused = [code for code in others if confusions.between(item.code, code)]
    confused.sort(key=lambda code: -confusions.between(item.code, code))
    alike = [code for code in like(item) if code in others]
    rest = chance.sample(others, len(others))
    ranked = list(dict.fromkeys([*confused, *alike, *rest]))
    return sorted([item.code, *ranked[: choices - 1]])
