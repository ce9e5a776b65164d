"""What a criterion is, and where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.language import again

_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")


@dataclass(frozen=True, slots=True)
class Source:
    """A publication.

    Parameters
    ----------
    citation : str
        Authors, journal and year, as a reader looks it up.
    doi : str
        Its identifier.

    Raises
    ------
    ValueError
        If that is none.
    """

    citation: str
    doi: str

    def __post_init__(self) -> None:
        if not _DOI.fullmatch(self.doi):
            raise ValueError(f"{self.doi!r} is no DOI.")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to look for.

    Parameters
    ----------
    name, explanation : str
        In a few words, and in a sentence.
    sources : tuple of Source
        Who describes it.
    """

    name: str
    explanation: str
    sources: tuple[Source, ...]

    @property
    def shown_name(self) -> str:
        """The name, in the language in use."""
        return again(self.name)

    @property
    def shown_explanation(self) -> str:
        """The explanation, in the language in use."""
        return again(self.explanation)


@dataclass(frozen=True, slots=True)
class Difference:
    """What tells two diagnoses apart.

    Parameters
    ----------
    codes : tuple of (str, str)
        The two, in alphabetical order.
    points : tuple of str
        A sentence each.
    sources : tuple of Source
        Who describes it.
    """

    codes: tuple[str, str]
    points: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def shown_points(self) -> tuple[str, ...]:
        """The sentences, in the language in use."""
        return tuple(again(point) for point in self.points)
