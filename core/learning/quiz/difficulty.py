"""How hard an image is: by the model, else by its look-alikes, else by who mistook it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.atlas.item import AtlasItem
    from core.learning.quiz.look_alikes import LookAlikes

Judge = Callable[["AtlasItem"], float]
"""Says how hard an image is, 0 to 1; what two judges say cannot be compared."""


def by_model(probabilities: Mapping[str, Mapping[str, float]]) -> Judge:
    """Judge by how improbable the model finds the diagnosis.

    Parameters
    ----------
    probabilities : mapping
        By code, for the checksum of each image.
    """

    def judge(item: AtlasItem) -> float:
        return 1 - probabilities[item.sha256].get(item.code, 0.0)

    return judge


def by_look_alikes(look_alikes: LookAlikes) -> Judge:
    """Judge by how near lesions of another diagnosis lie."""
    return look_alikes.hardness


def by_errors(errors: Mapping[str, tuple[int, int]]) -> Judge:
    """Judge by how often everybody here has mistaken an image.

    Parameters
    ----------
    errors : mapping of str to (int, int)
        How often each image was mistaken, and answered; half where it never was, and one error
        alone is no rate (Laplace's rule of succession).
    """

    def judge(item: AtlasItem) -> float:
        wrong, total = errors.get(item.sha256, (0, 0))
        return (wrong + 1) / (total + 2)

    return judge
