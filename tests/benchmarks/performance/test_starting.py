"""What the window's event loop and memory are said to be is what was noticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest

from benchmarks import window
from benchmarks.performance.starting import first_answers, lively
from benchmarks.rivals.contestant import System
from benchmarks.rivals.field import Field
from benchmarks.rivals.systems import OURS, SYSTEMS
from benchmarks.rivals.unavailable import Unavailable


def test_holds_and_memory_are_told_beside_a_bare_window() -> None:
    ours = {"seconds": 40.0, "worst_ms": 24.0, "own_mb": 180.0, "all_mb": 420.0}
    bare = {"seconds": 40.0, "worst_ms": 3.0, "own_mb": 60.0, "all_mb": 60.0}
    holds, memory = lively({window.OURS: ours, window.BARE: bare}, images=9)
    assert [row.value for row in holds.rows] == [24.0, 3.0]
    assert [row.value for row in memory.rows] == [180.0, 420.0, 60.0]
    assert "9 images" in holds.measured


class Failing:
    """Stands in for a program that starts, or does not."""

    def __init__(self, system: System) -> None:
        self.seconds = 0.5
        if system.way != OURS.way:
            raise Unavailable("It fell over.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def answer(self, _: Path) -> list[float]:
        self.seconds = 1.5
        return [1.0]


def test_who_fails_at_a_start_is_left_out_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    other = SYSTEMS[-1]
    field = Field(Path(), {OURS: Path(), other: Path()})
    monkeypatch.setattr(Field, "start", lambda _, system: Failing(system))
    assert first_answers(field, Path("image.jpg")) == {OURS.name: 1.5}
    assert list(field.pythons) == [OURS]
    assert field.missing == [f"{other.name} was left out. It fell over."]


def test_without_lentigo_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = replace(OURS, way="silent")
    monkeypatch.setattr(Field, "start", lambda _, system: Failing(system))
    with pytest.raises(Unavailable, match=r"^It fell over\.$"):
        first_answers(Field(Path(), {silent: Path(), SYSTEMS[-1]: Path()}), Path("image.jpg"))
