"""A long run ends in a sentence for each measure, and names the types that grew."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.soak.processes import Taken
from benchmarks.soak.state import State
from benchmarks.soak.told import MEASURES, head, row, verdicts

TAKEN = Taken(own_mb=300, shared_mb=320, handles=40, threads=9, processes=1)
STATE = State(
    round=1,
    seconds=60,
    window=TAKEN,
    engine=TAKEN,
    others=TAKEN,
    in_use_mb=100,
    tops=60,
    widgets=1100,
    objects=3000,
    blocks=600_000,
    found_only_by_collector=150,
    types={"desktop.look.Entry": 30},
)


def test_a_run_that_keeps_everything_is_flat_throughout() -> None:
    said = list(verdicts([replace(STATE, round=number) for number in range(1, 21)]))
    assert len(said) == len(MEASURES) + 1
    assert all(": flat, " in line for line in said[:-1])
    assert said[-1] == "Objects of Python: of no type are there ever more"


def test_what_grows_is_named() -> None:
    states = [
        replace(
            STATE,
            round=number,
            widgets=1100 + 7 * number,
            types={"desktop.look.Entry": 30 + 2 * number},
        )
        for number in range(1, 21)
    ]
    growing = [line for line in verdicts(states) if "grows" in line]
    assert growing == [
        "Widgets: grows by 7 a round, 1,135 to 1,240",
        "Objects desktop.look.Entry: grows by 2 a round, 40 to 70",
    ]


def test_types_that_are_new_are_named() -> None:
    states = [replace(STATE, round=number, types={"Leaf": number}) for number in range(1, 21)]
    assert any(line.startswith("Objects Leaf: grows") for line in verdicts(states))


def test_rows_stand_below_their_heads() -> None:
    assert len(row(STATE)) == len(head())
    assert State.of_values(STATE.as_values()) == STATE
