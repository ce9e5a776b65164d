"""One image, from its file to the answer: everybody in turn, and the arithmetic limit."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Final

from benchmarks.computing import seconds_of
from benchmarks.limit import operations, product_operations, products
from benchmarks.performance.rows import Row, Section, Unit, timed
from benchmarks.rivals.contestant import Contestant, System
from benchmarks.rivals.field import Field
from benchmarks.rivals.systems import OURS
from benchmarks.rivals.talk import Task
from benchmarks.rivals.unavailable import Unavailable
from benchmarks.timing import Timing, interleave

LIMIT: Final = "(the arithmetic limit of this processor)"
_LIMIT_TOLD: Final = (
    "the network's multiplications at the best rate that a float32 matrix product of this size "
    "reaches; nothing else"
)
_PROCESSES: Final = "Lentigo has a process each for the program, the engine and the decoder."
_NEAREST: Final = 1e-4  # what is told of probabilities that are nearer
_MEASURED: Final = (
    "JPEG files of 600 x 450, each program warm, its answer awaited by another program; median of "
    "{rounds} rounds. All read the file with Pillow (Lentigo with its own reader) and fit it to "
    "{width} x {height} alike."
)


def answering(
    field: Field, *, graph: bytes, images: Sequence[Path], rounds: int
) -> tuple[Section, Section]:
    """Measure the time of an answer, and then the memory of all who gave them.

    Parameters
    ----------
    field : Field
        Who takes part.
    graph : bytes
        The network in ONNX, whose operations are counted.
    images : sequence of Path
        Files, asked in turn.
    rounds : int
        How many times.
    """
    with field.at_work(images) as working, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that are compared
        timings = _timings(field, working, images=images, rounds=rounds)
        memory = {one.system.name: one.memory_mb for one in working}
        versions = sorted({one.versions for one in working if one.system.environment})
    task = Task.read(field.task)
    measured = _MEASURED.format(rounds=rounds, height=task.height, width=task.width)
    section = Section(
        title="One image, from its file to the answer",
        measured=measured + _listed(versions),
        unit=Unit.MILLISECONDS,
        rows=rows_of(timings, field, share=operations(graph) / product_operations()),
        notes=tuple(field.missing),
    )
    return section, _memory(memory, answers=len(images) + 2 * (rounds + 2))


def _timings(
    field: Field, working: list[Contestant], *, images: Sequence[Path], rounds: int
) -> dict[str, Timing]:
    """Time those at work; who falls silent is left out, and the others go on."""
    processes = _processes(working)

    def leave_out(name: str, why: Unavailable) -> None:
        field.go_on_without(name, why, working)
        processes[:] = _processes(working)

    return interleave(
        {one.system.name: turns(one, images) for one in working} | products(),
        rounds=rounds,
        computing=lambda: seconds_of(processes),
        leave_out=leave_out,
    )


def _processes(working: Sequence[Contestant]) -> list[int]:
    return [pid for one in working for pid in one.processes]


def turns(one: Contestant, images: Sequence[Path]) -> Callable[[], object]:
    """Ask for one image after the other."""
    order = cycle(images)
    return lambda: one.answer(next(order))


def _listed(versions: Sequence[str]) -> str:
    return f" Compared with {'; '.join(versions)}." if versions else ""


def rows_of(timings: Mapping[str, Timing], field: Field, *, share: float) -> tuple[Row, ...]:
    """Make the rows; of all products the fastest tells the limit.

    Parameters
    ----------
    timings : mapping of str to Timing
        Of systems and products, by name.
    field : Field
        Who took part.
    share : float
        Of a product's operations, what the network needs.
    """
    systems = {system.name: system for system in field.pythons}
    asked = {name: timing for name, timing in timings.items() if name in systems}
    fastest = min(
        (one for name, one in timings.items() if name not in systems), key=lambda one: one.fastest
    )
    if sys.platform != "linux":  # others do not tell what other processes compute
        asked = {name: Timing(timing.seconds) for name, timing in asked.items()}
    limit = Timing(tuple(share * seconds for seconds in fastest.seconds))
    rows = timed(asked | {LIMIT: limit}, ours=OURS.name, told={LIMIT: _LIMIT_TOLD})
    return tuple(
        _introduced(row, systems[row.name], field) if row.name in systems else row for row in rows
    )


def _introduced(row: Row, system: System, field: Field) -> Row:
    told = system.included
    if system.rival:
        apart = max(field.differences[system], _NEAREST)
        told += f"; probabilities within {apart:.4f} of Lentigo's"
    return replace(row, told=told, rival=system.rival, reason=system.reason)


def _memory(found: Mapping[str, float], *, answers: int) -> Section:
    return Section(
        title="Memory of those who answered",
        measured=f"After {answers} answers, of the program and all that it started; what several "
        "processes share counts in parts.",
        unit=Unit.MEGABYTES,
        rows=memory_rows(found),
    )


def memory_rows(found: Mapping[str, float]) -> tuple[Row, ...]:
    """Compare memory; where the system does not say how much it is, there are no rows."""
    ours = found[OURS.name]
    return tuple(
        Row(
            name=name,
            value=value,
            ratio=value / ours,
            rival=not name.startswith("Lentigo"),
            reason=_PROCESSES,
        )
        for name, value in found.items()
        if ours
    )
