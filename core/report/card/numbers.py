"""Figures of the card as they are read: a value, and its interval in brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

from core.language import marked, number, say
from core.wording import per_hundred

UNDEFINED = marked("not defined")

Json = Mapping[str, Any]
"""What a report has: its schema is checked where it is written."""


def section(of: Json, name: str) -> Json:
    """Return what a report tells under a name; nothing where it was not measured."""
    return of.get(name) or {}


def entries(of: Json, name: str) -> Sequence[Json]:
    """Return the list that it tells under a name, likewise."""
    return of.get(name) or ()


def share(value: float | None) -> str:
    """Say a share of 0 to 1 as ``71 %``."""
    return say(UNDEFINED) if value is None else per_hundred(f"{100 * value:.0f}")


def span(figure: Json) -> str:
    """Say a share with its interval as ``71 % (65 to 77)``."""
    pair = figure["interval"]
    if not has_width(pair):
        return share(figure["value"])
    return say(
        "{figure} ({low:.0f} to {high:.0f})",
        figure=share(figure["value"]),
        low=100 * pair[0],
        high=100 * pair[1],
    )


def ranged(value: float | None, pair: Sequence[float] | None, *, digits: int = 3) -> str:
    """Say a value with its interval, each with so many digits."""
    if value is None:
        return say(UNDEFINED)
    form = f".{digits}f"
    if not has_width(pair):
        return number(value, form)
    low, high = (number(end, form) for end in pair)
    return say("{figure} ({low} to {high})", figure=number(value, form), low=low, high=high)


def in_percent(value: float | None, pair: Sequence[float] | None, *, digits: int = 1) -> str:
    """Say a share and its interval in percent, without the sign: a table says it once."""
    if value is None:
        return say(UNDEFINED)
    return ranged(100 * value, pair and [100 * end for end in pair], digits=digits)


def whole(count: int) -> str:
    """Write a number of things."""
    return number(count, ",")


def has_width(pair: Sequence[float] | None) -> TypeGuard[Sequence[float]]:
    """Whether there is an interval to say: one of no width tells of few lesions, nothing else."""
    return pair is not None and len(pair) == 2 and pair[0] < pair[1]
