"""What a checklist is: criteria with their answers, a sum, and what the sum means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from core.checklists.kinds import ChecklistKind
from core.language import marked

Answers = Mapping[str, tuple[str, ...]]
"""Codes of the options that were chosen, by the code of their criterion."""

_ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer.

    Parameters
    ----------
    code : str
        Stable name.
    words : str
        What is read.
    points : int
        Before the criterion's weight.
    """

    code: str
    words: str
    points: int = 1


PRESENCE: Final = (Option("absent", marked("Absent"), 0), Option("present", marked("Present")))
"""The answers about something that is there or is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing to look for.

    Parameters
    ----------
    code : str
        Stable name.
    name : str
        What it is called.
    words : str
        How to judge it.
    options : tuple of Option
        The possible answers.
    weight : Decimal
        What a point counts.
    several : bool
        Whether any number of options is an answer, from one on; else just one is.
    """

    code: str
    name: str
    words: str
    options: tuple[Option, ...]
    weight: Decimal = _ONE
    several: bool = False

    def points(self, chosen: tuple[str, ...]) -> Decimal | None:
        """Count an answer with its weight; None where it is none."""
        taken = [option for option in self.options if option.code in chosen]
        if not taken or (len(taken) > 1 and not self.several):
            return None
        return self.weight * sum(option.points for option in taken)


@dataclass(frozen=True, slots=True)
class Band:
    """What scores mean.

    Parameters
    ----------
    least : Decimal
        The lowest of them.
    words : str
        What they mean, within a sentence.
    alarming : bool
        Whether melanoma is suspected.
    """

    least: Decimal
    words: str
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a checklist was published.

    Parameters
    ----------
    words : str
        Authors, title, journal, volume, pages and year.
    doi : str
        Its identifier; empty where nobody has confirmed one.
    """

    words: str
    doi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """A checklist of dermoscopy.

    Parameters
    ----------
    kind : ChecklistKind
        Which.
    name : str
        What it is called.
    purpose : str
        What it is for, and what not.
    score_name : str
        What its sum is called.
    criteria : tuple of Criterion
        In the order of the publication.
    bands : tuple of Band
        Lowest first; the first holds the lowest score.
    sources : tuple of Source
        Where it comes from.
    remark : str
        What else a reader should know.
    """

    kind: ChecklistKind
    name: str
    purpose: str
    score_name: str
    criteria: tuple[Criterion, ...]
    bands: tuple[Band, ...]
    sources: tuple[Source, ...]
    remark: str = ""

    def unanswered(self, answers: Answers) -> tuple[Criterion, ...]:
        """Return the criteria that are still open."""
        return tuple(one for one in self.criteria if one.points(answers.get(one.code, ())) is None)

    def score(self, answers: Answers) -> Decimal | None:
        """Sum up; None until every criterion is answered."""
        counted = [one.points(answers.get(one.code, ())) for one in self.criteria]
        points = [one for one in counted if one is not None]
        return sum(points, Decimal(0)) if len(points) == len(counted) else None

    def meaning(self, score: Decimal) -> Band:
        """Say what a score means."""
        return next(band for band in reversed(self.bands) if score >= band.least)
