"""Which answers the user wants to see counted: plain values, and how they are remembered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from core.learning.progress.scope import Scope


class Span(StrEnum):
    """How far back."""

    ALL = "all"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_DAYS: Final = {Span.WEEK: 7, Span.MONTH: 30, Span.QUARTER: 90, Span.YEAR: 365}
_BETWEEN: Final = "/"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted; by default everything.

    Parameters
    ----------
    span : Span
        How far back.
    atlas : str
        Name of the only atlas; empty for all.
    """

    span: Span = Span.ALL
    atlas: str = ""

    @classmethod
    def read(cls, written: str) -> Self:
        """Read what was remembered; what cannot be read is everything."""
        span, _, atlas = written.partition(_BETWEEN)
        return cls(Span(span), atlas) if span in set(Span) else cls()

    @property
    def written(self) -> str:
        """How it is remembered."""
        return f"{self.span}{_BETWEEN}{self.atlas}"

    def scope(self, now: datetime) -> Scope:
        """Say which answers that is, by this moment: whole days, as the user's clock has them."""
        days = _DAYS.get(self.span)
        if days is None:
            return Scope(atlas=self.atlas)
        today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return Scope(since=today - timedelta(days=days - 1), atlas=self.atlas)
