"""The page and the figures: what a person reads, and what a program does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Final

from benchmarks.performance.place import Place
from benchmarks.performance.rows import Section, Unit

_HEAD: Final = """# What Lentigo takes, beside other systems

Written by `make bench` (`python -m benchmarks.performance`), which measures all of it anew.

| | |
| --- | --- |
"""
_HOW: Final = """
**How to read it.** *x Lentigo* says how many times as much as Lentigo something takes, of time,
memory or room: 2.00 is twice as much, 0.50 half. Systems are visited in turn, round after round, so
that what disturbs the machine disturbs all of them; the ratio is the median of the ratios round by
round, and holds where the absolute figures do not. Where answers are timed, each system is asked
twice in a round, and the second time counts. Every system has the same pictures, and whoever
answers has the same weights; who answers one image has its probabilities compared with Lentigo's
before its time counts. What stands in brackets is a yardstick, and no rival. *Computing* is what
all cores together computed for one answer, also while their threads waited for each other without
rest; other programs on the machine change it less than the time.
"""
_BUSY: Final = 0.5  # programs that wanted a core before it began, for each core
_DIGITS: Final = {Unit.SECONDS: 2, Unit.MILLISECONDS: 1, Unit.RATE: 1, Unit.MEGABYTES: 0}


def page_of(sections: Sequence[Section], place: Place) -> str:
    """Write the page."""
    facts = "".join(f"| {name} | {said} |\n" for name, said in place.facts)
    parts = [_HEAD + facts, _warning(place), _HOW, _summary(sections)]
    return "".join([*parts, *map(_section, sections)])


def _warning(place: Place) -> str:
    if place.load / place.cores <= _BUSY:
        return ""
    return (
        "\n**Other programs kept this machine busy when this was begun**: absolute figures mean "
        "little then, and programs whose threads wait for each other without rest, as PyTorch's "
        "do, suffer more than others. Measure again on a quiet machine.\n"
    )


def _summary(sections: Iterable[Section]) -> str:
    said = [f"- {section.title}: {section.verdict}\n" for section in sections if section.verdict]
    return "".join(["\n## In short\n\n", *said])


def _section(section: Section) -> str:
    compared = any(row.ratio is not None for row in section.rows)
    told = any(row.told for row in section.rows)
    best = any(row.best is not None for row in section.rows)
    computed = any(row.computed is not None for row in section.rows)
    heads = ["", *["x Lentigo"] * compared, section.unit, *["best"] * best]
    heads += [*["computing"] * computed, *["included"] * told]
    dashes = ["---" if head in {"", "included"} else "---:" for head in heads]
    lines = [_line(heads), _line(dashes)]
    for row in section.rows:
        ratio = [f"**{row.ratio:.2f}**" if row.ratio is not None else ""] * compared
        numbers = [number(row.value, section.unit), *[_maybe(row.best, section.unit)] * best]
        numbers += [_maybe(row.computed, section.unit)] * computed
        lines.append(_line([row.name, *ratio, *numbers, *[row.told] * told]))
    notes = "".join(f"\n{note}\n" for note in (section.verdict, *section.notes) if note)
    return f"\n## {section.title}\n\n{section.measured}\n\n{''.join(lines)}{notes}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def number(value: float, unit: Unit) -> str:
    """Write a figure with as many digits as mean something."""
    return f"{value:,.{_DIGITS[unit]}f}"


def _maybe(value: float | None, unit: Unit) -> str:
    return "" if value is None else number(value, unit)


def figures_of(sections: Iterable[Section], place: Place) -> str:
    """Write the figures for programs, as JSON."""
    found = {"place": dict(place.facts), "sections": [asdict(section) for section in sections]}
    return json.dumps(found, indent=2) + "\n"


def terminal_of(section: Section) -> str:
    """Write a table for a terminal."""
    heads = f"{'':62}  {'x ours':>7}  {'median':>9}  {'best':>9}  computing"
    lines = [f"\n{section.title} ({section.unit})\n", heads]
    for row in section.rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        figures = (_maybe(one, section.unit) for one in (row.value, row.best, row.computed))
        lines.append(
            "  ".join([f"{row.name:62}", f"{ratio:>7}", *[f"{one:>9}" for one in figures]])
        )
    return "\n".join(
        [*lines, "", *[f"  {one}" for one in (section.verdict, *section.notes) if one]]
    )
