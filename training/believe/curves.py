"""Deletion and insertion: whether what a map shows is what the answer needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.explain.methods import View
from core.explain.methods.answering import BATCH
from core.explain.skin import surrounding_colour

STEPS: Final = 10
_SEED: Final = 2018

Answer = Callable[[NDArray[np.uint8]], NDArray[np.float64]]
"""Gives the target's probability, (batch,), of inputs, (batch, height, width, 3)."""


def deletion_and_insertion(
    view: View, heat: NDArray[np.float32], answer: Answer
) -> tuple[float, float]:
    """Areas under the curves of deletion and insertion [1]_.

    Pixels are painted over in the colour around the lesion, the hottest first, a tenth at a time
    (deletion), or brought back into an input of that colour alone (insertion).

    Parameters
    ----------
    view : View
        The image as the network sees it; padding takes no part.
    heat : ndarray of float32
        (height, width) of the input, signed: what speaks against the target comes last.
    answer : callable
        The target's probability.

    Returns
    -------
    tuple of float
        Mean probabilities, 0 to 1, by the trapezoidal rule. The lower for deletion and the higher
        for insertion, the better did the map choose.

    References
    ----------
    .. [1] Petsiuk, Das, Saenko, "RISE: Randomized Input Sampling for Explanation of Black-box
       Models", BMVC 2018, doi:10.48550/arXiv.1806.07421.
    """
    found = _answers(list(_copies(view, _ranks(view, heat))), answer)
    whole, bare, rest = found[0], found[1], found[2:]
    deleted = np.array([whole, *rest[: STEPS - 1], bare])
    inserted = np.array([bare, *rest[STEPS - 1 :], whole])
    return _area(deleted), _area(inserted)


def _area(curve: NDArray[np.float64]) -> float:
    return float((curve[1:] + curve[:-1]).mean() / 2)


def _ranks(view: View, heat: NDArray[np.float32]) -> NDArray[np.float64]:
    """Place of each pixel of the image in the order, 0 for the hottest to 1; padding has NaN.

    Pixels of equal heat come in a drawn order: any other would favour a side of the image.
    """
    ranks = np.full(heat.shape, np.nan)
    values = heat[view.inside]
    tie = np.random.default_rng(_SEED).permutation(values.size)
    order = np.lexsort((tie, -values.ravel()))
    places = np.empty(values.size)
    places[order] = np.arange(values.size) / values.size
    ranks[view.inside] = places.reshape(values.shape)
    return ranks


def _copies(view: View, ranks: NDArray[np.float64]) -> Iterator[NDArray[np.uint8]]:
    """Give the view, paint alone, then the steps of deletion, then those of insertion."""
    colour = surrounding_colour(view)
    shares = [step / STEPS for step in range(1, STEPS)]
    hidden = [ranks < 0, ranks >= 0]
    hidden += [ranks < share for share in shares]
    hidden += [ranks >= share for share in shares]
    for places in hidden:
        copy = view.pixels.copy()
        copy[places] = colour
        yield copy


def _answers(copies: list[NDArray[np.uint8]], answer: Answer) -> NDArray[np.float64]:
    parts = [
        answer(np.stack(copies[start : start + BATCH])) for start in range(0, len(copies), BATCH)
    ]
    return np.concatenate(parts)
