"""The limit is the best product's, and each system is introduced with what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.performance.answering import LIMIT, memory_rows, rows_of
from benchmarks.rivals.field import Field
from benchmarks.rivals.systems import OURS, SYSTEMS
from benchmarks.timing import Timing

OTHER = SYSTEMS[-1]


def test_rows_tell_who_and_how_alike() -> None:
    pythons = {OURS: Path("python"), OTHER: Path("python")}
    field = Field(Path(), pythons, differences={OTHER: 2e-7})
    timings = {
        OURS.name: Timing((0.2, 0.2)),
        OTHER.name: Timing((0.4, 0.4)),
        "a slow product": Timing((0.9, 0.9)),
        "a product": Timing((0.2, 0.3)),
    }
    ours, other, limit = rows_of(timings, field, share=0.5)
    assert (ours.ratio, ours.rival, ours.told) == (1.0, False, OURS.included)
    assert (other.ratio, other.rival) == (2.0, True)
    assert other.told == f"{OTHER.included}; probabilities within 0.0001 of Lentigo's"
    assert (limit.name, limit.rival) == (LIMIT, False)
    assert limit.best == pytest.approx(100)
    assert limit.ratio == pytest.approx(0.625)


def test_memory_is_compared_where_the_system_tells_it() -> None:
    ours, other = memory_rows({OURS.name: 200.0, OTHER.name: 500.0})
    assert (ours.ratio, ours.rival) == (1.0, False)
    assert (other.ratio, other.rival) == (2.5, True)
    assert memory_rows({OURS.name: 0.0, OTHER.name: 0.0}) == ()
