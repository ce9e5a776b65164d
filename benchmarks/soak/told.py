"""What is said of a long run of the window: a row a round, then a sentence for each measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.soak.slopes import Course, after_warm_up
from benchmarks.soak.state import State

_SHOWN_TYPES: Final = 15
_FEW_OBJECTS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Measure:
    """A column.

    Parameters
    ----------
    head, name : str
        Above the column, and in a sentence.
    of : callable
        Its value after a round.
    least : float
        A change that is not worth a word.
    unit : str, optional
        Of the values.
    """

    head: str
    name: str
    of: Callable[[State], float]
    least: float
    unit: str = ""


def _altogether(state: State) -> float:
    return state.window.shared_mb + state.others.shared_mb


MEASURES: Final = (
    Measure("window MB", "Memory of the window", lambda one: one.window.own_mb, 5, "MB"),
    Measure("in use MB", "Of it in use", lambda one: one.in_use_mb, 3, "MB"),
    Measure("engine MB", "Memory of the engine", lambda one: one.engine.own_mb, 5, "MB"),
    Measure("all MB", "Memory of all, shared pages once", _altogether, 20, "MB"),
    Measure("handles", "Handles of the window", lambda one: one.window.handles, 2),
    Measure("theirs", "Handles of the engine", lambda one: one.engine.handles, 2),
    Measure("threads", "Threads of the window", lambda one: one.window.threads, 2),
    Measure("theirs", "Threads of the engine", lambda one: one.engine.threads, 2),
    Measure("started", "Processes started", lambda one: one.others.processes, 1),
    Measure("tops", "Windows of their own", lambda one: one.tops, 1),
    Measure("widgets", "Widgets", lambda one: one.widgets, 10),
    Measure("QObjects", "QObjects", lambda one: one.objects, 20),
    Measure("blocks", "Pieces of Python's memory", lambda one: one.blocks, 5000),
    Measure("cycles", "Garbage for the collector", lambda one: one.found_only_by_collector, 500),
)


def head() -> str:
    """Return the words above the columns."""
    return "  ".join(["round", "seconds", *(measure.head for measure in MEASURES)])


def row(state: State) -> str:
    """Return the line of a round."""
    cells = [f"{state.round:5}", f"{state.seconds:7.0f}"]
    cells += [f"{one.of(state):{len(one.head)}.0f}" for one in MEASURES]
    return "  ".join(cells)


def verdicts(states: Sequence[State]) -> Iterator[str]:
    """Yield a sentence for each measure, then one for each type of which there are ever more."""
    for measure in MEASURES:
        values = after_warm_up([measure.of(one) for one in states])
        yield Course(measure.name, values, measure.least, measure.unit).sentence()
    growing = sorted(_types(states), key=lambda course: -course.growth)
    if not growing:
        yield "Objects of Python: of no type are there ever more"
    for course in growing[:_SHOWN_TYPES]:
        yield course.sentence()


def _types(states: Sequence[State]) -> Iterator[Course]:
    """Find the types of which there were more at the end."""
    if len(after_warm_up(states_numbers := [float(one.round) for one in states])) < 2:
        return
    first = int(after_warm_up(states_numbers)[0]) - 1
    for name, last in states[-1].types.items():
        if last > states[first].types.get(name, 0) + _FEW_OBJECTS:
            counts = after_warm_up([float(one.types.get(name, 0)) for one in states])
            course = Course(f"Objects {name}", counts, _FEW_OBJECTS)
            if not course.flat:
                yield course
