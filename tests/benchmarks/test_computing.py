"""What is computed is counted, and the bound that follows is plain arithmetic."""

from __future__ import annotations

import sys

import pytest

from benchmarks.computing import Bound, computed_ms, seconds_of
from benchmarks.timing import Timing, interleave
from core.images import ImageReader
from tests.core.images.samples import every_format


def test_what_other_processes_compute_counts() -> None:
    if sys.platform != "linux":
        pytest.skip("other systems do not tell")
    with ImageReader(workers=1) as reader:
        reader.read(every_format()["png"])  # its start has taken some time
        assert seconds_of(reader.worker_pids) > seconds_of([])


def test_the_bound_is_what_the_rest_leaves() -> None:
    timing = Timing((9.0,), (0.2, 0.1, 0.3))
    assert computed_ms(timing, images=10) == pytest.approx(20)
    assert Bound(9.0, 9.0, 1.0).share == pytest.approx(0.9)
    assert Bound(11.0, 9.0, 1.0).share == pytest.approx(1.1)


def test_each_way_is_told_what_it_computed() -> None:
    clock = iter(range(100))
    timings = interleave(
        {"one": list, "other": list}, rounds=2, warm_up=1, computing=lambda: float(next(clock))
    )
    assert [timing.computed for timing in timings.values()] == [(1.0, 1.0)] * 2
