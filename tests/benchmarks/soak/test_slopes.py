"""What grows is told from what only differs from round to round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.soak.slopes import Course, after_warm_up


def course(*values: float, least: float = 2, unit: str = "") -> Course:
    return Course("Memory", tuple(map(float, values)), least, unit)


def test_what_stays_is_flat() -> None:
    assert course(*[40] * 20).sentence() == "Memory: flat, 40 to 40"


def test_what_differs_by_chance_is_flat() -> None:
    assert course(*[40, 47, 38, 45] * 5).flat


def test_what_grows_is_told_with_its_pace() -> None:
    grown = course(*[100 + 3 * number for number in range(20)], unit="MB")
    assert grown.sentence() == "Memory: grows by 3 MB a round, 100 MB to 157 MB"


def test_growth_is_seen_among_rounds_that_differ() -> None:
    assert not course(*[3 * number + 5 * (number % 3) for number in range(20)]).flat


def test_a_few_odd_rounds_make_no_growth() -> None:
    assert course(*[40] * 17, 90, 95, 99).flat


def test_what_shrinks_is_flat() -> None:
    assert course(*range(40, 20, -1)).flat


def test_of_few_rounds_nothing_is_said() -> None:
    assert course(1, 20, 300).sentence() == "Memory: too few rounds to say"


@given(st.floats(0.5, 50), st.integers(10, 40))
def test_the_slope_of_a_line_is_found(slope: float, rounds: int) -> None:
    assert course(*[slope * place for place in range(rounds)]).slope == pytest.approx(slope)


def test_the_first_rounds_are_not_judged() -> None:
    assert after_warm_up([9, 8, 1, 1]) == (1, 1)
    assert after_warm_up(list(range(20))) == tuple(range(4, 20))
