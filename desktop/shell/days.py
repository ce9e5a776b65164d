"""Days as the user counts them."""

from __future__ import annotations

from datetime import date


def current_day() -> date:
    """Return the day of the clinic's own time, which visits and papers are dated by."""
    return date.today()  # noqa: DTZ011  # a clinic's day is not the day of any other zone
