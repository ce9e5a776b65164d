"""Days as they are written on the command line."""

from __future__ import annotations

from datetime import date

from core.errors import UsageError
from core.language import say


def day_of(words: str) -> date | None:
    """Read a day; None where none is stated.

    Raises
    ------
    UsageError
        If it is written in another way.
    """
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise UsageError(
            say("A day is written as 2026-01-14, not {words}.", words=words), value=words
        ) from error
