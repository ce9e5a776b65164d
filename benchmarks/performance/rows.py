"""What is told of each comparison: ratios first, and who is ahead."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from benchmarks.timing import Timing

EVEN = 0.97
"""A ratio below this counts as less than Lentigo's: what is nearer is within a run's moods."""


class Unit(StrEnum):
    """Of a figure."""

    MILLISECONDS = "ms"
    SECONDS = "s"
    RATE = "images/s"
    MEGABYTES = "MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table.

    Parameters
    ----------
    name : str
        What was measured.
    value : float
        In the section's unit; the median.
    best : float, optional
        The same of the best round.
    computed : float, optional
        Median of what all cores together computed for it, in the section's unit; other programs
        change that less than the time.
    ratio : float, optional
        How many times as much as Lentigo it takes: time, memory or room; below 1 is less. None
        where there is nothing to compare with.
    told : str
        What is included.
    rival : bool
        Whether it is another's way of doing the same; not a yardstick, nor one of ours.
    reason : str
        A sentence that explains it, should it take less than Lentigo.
    """

    name: str
    value: float
    best: float | None = None
    computed: float | None = None
    ratio: float | None = None
    told: str = ""
    rival: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table.

    Parameters
    ----------
    title : str
        Its heading.
    measured : str
        How it was measured.
    unit : Unit
        Of its figures.
    rows : tuple of Row
        Its lines; the first is Lentigo.
    notes : tuple of str
        Sentences below it: what could not be had, and why.
    """

    title: str
    measured: str
    unit: Unit
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def ahead(self) -> tuple[Row, ...]:
        """Rivals that take less than Lentigo, the least first."""
        found = [row for row in self.rows if row.rival and row.ratio and row.ratio < EVEN]
        return tuple(sorted(found, key=lambda row: row.ratio or 1))

    @property
    def verdict(self) -> str:
        """One sentence about who is ahead; empty where there is nobody to compare with."""
        if self.ahead:
            names = ", ".join(f"{row.name} ({row.ratio:.2f} times)" for row in self.ahead)
            reasons = dict.fromkeys(row.reason for row in self.ahead if row.reason)
            said = ["**Lentigo is not the best here.**", f"Less takes: {names}.", *reasons]
            return " ".join(said)
        rivals = [row for row in self.rows if row.rival and row.ratio]
        if not rivals:
            return ""
        nearest = min(rivals, key=lambda row: row.ratio or 1)
        ratio = nearest.ratio or 1
        clearly = "clearly " if ratio < 1 else ""
        return (
            f"Nobody takes {clearly}less here; the nearest is {nearest.name} ({ratio:.2f} times)."
        )


def timed(
    timings: Mapping[str, Timing],
    *,
    ours: str,
    scale: float = 1e3,
    told: Mapping[str, str] | None = None,
    rivals: bool = False,
) -> tuple[Row, ...]:
    """Make rows of times, whose ratios are the medians of those round by round.

    Parameters
    ----------
    timings : mapping of str to Timing
        By the name of the row.
    ours : str
        With which the others are compared.
    scale : float
        From seconds to the section's unit.
    told : mapping of str to str, optional
        What is included, by name.
    rivals : bool
        Whether all others are rivals.
    """
    return tuple(
        Row(
            name=name,
            value=timing.median * scale,
            best=timing.fastest * scale,
            computed=statistics.median(timing.computed) * scale if timing.computed else None,
            ratio=timing.ratio_to(timings[ours]),
            told=(told or {}).get(name, ""),
            rival=rivals and name != ours,
        )
        for name, timing in timings.items()
    )


def rated(
    timings: Mapping[str, Timing], *, ours: str, images: int, rivals: Mapping[str, str]
) -> tuple[Row, ...]:
    """Make rows of images a second; ratios are of the time for an image, as everywhere.

    Parameters
    ----------
    timings : mapping of str to Timing
        Of rounds of so many images.
    ours : str
        With which the others are compared.
    images : int
        In a round.
    rivals : mapping of str to str
        Which rows are another's way, and what explains it should it take less.
    """
    return tuple(
        Row(
            name=name,
            value=images / timing.median,
            best=images / timing.fastest,
            ratio=timing.ratio_to(timings[ours]),
            rival=name in rivals,
            reason=rivals.get(name, ""),
        )
        for name, timing in timings.items()
    )
