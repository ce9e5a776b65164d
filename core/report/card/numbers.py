"""Figures of the card as they are read: a value, and its interval in brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

UNDEFINED = "not defined"

Json = Mapping[str, Any]
"""What a report has: its schema is checked where it is written."""


def plural(count: int, noun: str) -> str:
    """``1 image``, ``2 images``, ``10,015 images``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def share(value: float | None) -> str:
    """Say a share of 0 to 1 as ``71 %``."""
    return UNDEFINED if value is None else f"{100 * value:.0f} %"


def span(figure: Json) -> str:
    """Say a share with its interval as ``71 % (65 to 77)``."""
    pair = figure["interval"]
    ends = f" ({100 * pair[0]:.0f} to {100 * pair[1]:.0f})" if pair else ""
    return share(figure["value"]) + ends


def ranged(value: float | None, pair: Sequence[float] | None, *, digits: int = 3) -> str:
    """Say a value with its interval, each with so many digits."""
    if value is None:
        return UNDEFINED
    ends = f" ({pair[0]:.{digits}f} to {pair[1]:.{digits}f})" if pair else ""
    return f"{value:.{digits}f}{ends}"


def in_percent(value: float | None, pair: Sequence[float] | None, *, digits: int = 1) -> str:
    """Say a share and its interval in percent, without the sign: a table says it once."""
    if value is None:
        return UNDEFINED
    return ranged(100 * value, pair and [100 * end for end in pair], digits=digits)
