"""Sizes that clinics print on."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, points of 1/72 inch."""
        return {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}[self]
