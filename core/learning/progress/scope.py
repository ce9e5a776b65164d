"""A part of somebody's answers: since a moment, of one atlas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from core.learning.store.records import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is counted; by default all.

    Parameters
    ----------
    since : datetime, optional
        Answers from then on, UTC.
    atlas : str
        Name of the only atlas; empty for all.
    """

    since: datetime | None = None
    atlas: str = ""

    def holds(self, answer: Answer) -> bool:
        """Whether an answer counts."""
        return self.of_atlas(answer) and (self.since is None or answer.created >= self.since)

    def of_atlas(self, answer: Answer) -> bool:
        """Whether it is about that atlas, whenever it was given."""
        return self.atlas in ("", answer.atlas)


EVERYTHING: Final = Scope()
