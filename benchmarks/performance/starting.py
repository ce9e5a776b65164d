"""From nothing to the first answer, and to the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks import window
from benchmarks.performance.rows import Row, Section, Unit, timed
from benchmarks.rivals.contestant import System
from benchmarks.rivals.field import Field
from benchmarks.rivals.systems import OURS
from benchmarks.rivals.unavailable import Unavailable
from benchmarks.timing import Timing

_BARE: Final = "(a bare window of PySide6, to its first paint)"
_PAINT: Final = "Lentigo's window, to its first paint"
_ANSWER: Final = "Lentigo's window, to its first answer"

_REASON: Final = (
    "Lentigo starts an engine and a decoder as processes of their own, and verifies what it reads; "
    "a script does neither."
)


def starting(field: Field, *, image: Path, place: window.Place, rounds: int) -> Section:
    """Start everybody in turn, and each time wait for the first answer.

    Parameters
    ----------
    field : Field
        Who takes part.
    image : Path
        What is asked.
    place : Place
        Where windows open.
    rounds : int
        Starts of each; one more goes before, uncounted.
    """
    ways: dict[str, Callable[[], float]] = {
        _PAINT: lambda: window.start(place, window.OURS),
        _BARE: lambda: window.start(place, window.BARE),
        _ANSWER: lambda: window.first_answer(place, image),
    }
    seconds: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        found = first_answers(field, image) | {name: way() for name, way in ways.items()}
        for name, taken in found.items() if number else ():
            seconds.setdefault(name, []).append(taken)
    timings = {
        name: Timing(tuple(taken)) for name, taken in seconds.items() if len(taken) == rounds
    }
    return Section(
        title="From nothing to the first answer",
        measured=f"Fresh programs, from source, their files in the system's cache; median of "
        f"{rounds} starts in turn. Programs without a window, but where one is named; the page "
        "answers without a browser.",
        unit=Unit.SECONDS,
        rows=_marked(timed(timings, ours=OURS.name, scale=1), field.pythons),
        notes=tuple(field.missing),
    )


def first_answers(field: Field, image: Path) -> dict[str, float]:
    """Measure seconds from starting each program to its first answer; who gives none is left out.

    Raises
    ------
    Unavailable
        If Lentigo gives none: then there is nothing to compare with.
    """
    found = {}
    for system in list(field.pythons):
        try:
            with field.start(system) as one:
                one.answer(image)
                found[system.name] = one.seconds
        except Unavailable as why:
            if system.name == OURS.name:
                raise
            field.leave_out(system, why)
    return found


def _marked(rows: Sequence[Row], systems: Mapping[System, object]) -> tuple[Row, ...]:
    rivals = {system.name for system in systems if system.rival}
    return tuple(
        replace(row, rival=row.name in rivals, reason=_REASON * (row.name in rivals))
        for row in rows
    )


def lively(found: Mapping[str, dict[str, Any]], *, images: int) -> tuple[Section, Section]:
    """Tell how long the event loops were held, and what memory the windows have.

    Parameters
    ----------
    found : mapping of str to dict
        Of `benchmarks.window.holds`.
    images : int
        That were opened.
    """
    ours, bare = found[window.OURS], found[window.BARE]
    seconds = f"{ours['seconds']:.0f} s, opening {images} images, going from one to the next"
    holds = Section(
        title="How long the window is held",
        measured=f"The longest time in which the event loop did nothing else, over {seconds}, and "
        "through all places of the window.",
        unit=Unit.MILLISECONDS,
        rows=(
            Row(name="Lentigo", value=ours["worst_ms"], told="while images are analysed"),
            Row(
                name="(a bare window of PySide6)",
                value=bare["worst_ms"],
                told="what this machine adds by itself",
            ),
        ),
    )
    memory = Section(
        title="Memory of the window",
        measured=f"After {seconds}.",
        unit=Unit.MEGABYTES,
        rows=(
            Row(name="Lentigo's window", value=ours["own_mb"], told="its own process"),
            Row(
                name="Lentigo's window, engine and decoders",
                value=ours["all_mb"],
                told="what several processes share counts in parts",
            ),
            Row(name="(a bare window of PySide6)", value=bare["own_mb"]),
        ),
    )
    return holds, memory
