"""Kinds of damage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Flaw(StrEnum):
    """What can be wrong with an atlas."""

    DESCRIPTION = "description"
    LIBRARY = "library"
    ROWS = "rows"
    EMBEDDINGS = "embeddings"
    IMAGE_MISSING = "image missing"
    IMAGE_CHANGED = "image changed"
    IMAGE_UNREADABLE = "image unreadable"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Parameters
    ----------
    flaw : Flaw
        Of which kind.
    path : Path
        The file that is concerned.
    message : str
        The sentence for a person.
    """

    flaw: Flaw
    path: Path
    message: str
