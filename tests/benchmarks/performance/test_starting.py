"""What the window's event loop and memory are said to be is what was noticed."""

from __future__ import annotations

from benchmarks import window
from benchmarks.performance.starting import lively


def test_holds_and_memory_are_told_beside_a_bare_window() -> None:
    ours = {"seconds": 40.0, "worst_ms": 24.0, "own_mb": 180.0, "all_mb": 420.0}
    bare = {"seconds": 40.0, "worst_ms": 3.0, "own_mb": 60.0, "all_mb": 60.0}
    holds, memory = lively({window.OURS: ours, window.BARE: bare}, images=9)
    assert [row.value for row in holds.rows] == [24.0, 3.0]
    assert [row.value for row in memory.rows] == [180.0, 420.0, 60.0]
    assert "9 images" in holds.measured
