"""Which results are wanted, and in what order: pure functions, for any thread."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from desktop.batch.columns import COLUMNS
from desktop.language.words import mark

if TYPE_CHECKING:
    from core.batch.reading import Result
    from desktop.batch.columns import Key

_SEARCHED: Final = (COLUMNS[0], COLUMNS[1], COLUMNS[-1])
AS_THEY_CAME: Final = -1
"""In the place of a column: sorted by none."""


class Answered(StrEnum):
    """Whether there is an answer, and what of it; the value is what the user reads."""

    ALL = mark("All answers")
    MALIGNANT = mark("Counted as malignant")
    BENIGN = mark("Not counted as malignant")
    ERRORS = mark("Without a finding")


class Trusted(StrEnum):
    """How far an answer can be believed; the value is what the user reads."""

    ALL = mark("However sure")
    USUAL = mark("Usual certainty")
    LOW = mark("Low certainty")
    NOVEL = mark("Unlike a lesion")
    KNOWN = mark("Like a lesion")


@dataclass(frozen=True, slots=True)
class BatchFilters:
    """What is wanted.

    Parameters
    ----------
    words : str
        In the name, the finding or the reason why there is none, in any case.
    finding : str
        Code of a class; empty for all.
    answered : Answered
        Whether there is an answer, and what of it.
    trusted : Trusted
        How far it can be believed.
    """

    words: str = ""
    finding: str = ""
    answered: Answered = Answered.ALL
    trusted: Trusted = Trusted.ALL

    def accept(self, result: Result) -> bool:
        """Whether a result is wanted."""
        return (
            (not self.finding or result.finding == self.finding)
            and self._accepts_answer(result)
            and self._accepts_trust(result)
            and self._accepts_words(result)
        )

    def _accepts_answer(self, result: Result) -> bool:
        match self.answered:
            case Answered.MALIGNANT:
                return result.counts is True
            case Answered.BENIGN:
                return result.counts is False
            case Answered.ERRORS:
                return bool(result.error)
        return True

    def _accepts_trust(self, result: Result) -> bool:
        match self.trusted:
            case Trusted.USUAL | Trusted.LOW:
                return result.certainty == self.trusted.name.lower()
            case Trusted.NOVEL:
                return result.novel is True
            case Trusted.KNOWN:
                return result.novel is False
        return True

    def _accepts_words(self, result: Result) -> bool:
        wanted = self.words.casefold().split()
        if not wanted:
            return True
        text = "\n".join(column.words(result) for column in _SEARCHED).casefold()
        return all(word in text for word in wanted)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is wanted, and in what order.

    Parameters
    ----------
    filters : BatchFilters
        What is wanted.
    column : int
        Of `COLUMNS`, by which it is sorted, or `AS_THEY_CAME`.
    descending : bool
        Whether the largest comes first.
    """

    filters: BatchFilters = BatchFilters()
    column: int = AS_THEY_CAME
    descending: bool = False

    def ascending(self, results: Iterable[Result]) -> list[Result]:
        """Choose what is wanted, and sort it; whatever the order, the smallest first."""
        wanted = [result for result in results if self.filters.accept(result)]
        if self.column != AS_THEY_CAME:
            wanted.sort(key=self.key)
        return wanted

    def place(self, result: Result, *, among: Sequence[Result]) -> int:
        """Find where a result belongs among those that `ascending` gave."""
        if self.column == AS_THEY_CAME:
            return len(among)
        return bisect(among, self.key(result), key=self.key)

    def key(self, result: Result) -> Key:
        """Return what a result is sorted by."""
        return COLUMNS[self.column].key(result)
