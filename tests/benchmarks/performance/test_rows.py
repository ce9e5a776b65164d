"""Who is ahead follows from the ratios, and is said even where it is not Lentigo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.performance.rows import Row, Section, Unit, rated, timed
from benchmarks.timing import Timing


def section(*rows: Row) -> Section:
    return Section(title="A", measured="so", unit=Unit.MILLISECONDS, rows=rows)


def row(name: str, ratio: float | None, *, rival: bool = True) -> Row:
    return Row(name=name, value=1.0, ratio=ratio, rival=rival)


OURS = row("ours", 1.0, rival=False)


def test_ratios_are_medians_round_by_round() -> None:
    # The machine grew slower, and both with it.
    timings = {"ours": Timing((0.1, 0.2, 0.9)), "theirs": Timing((0.2, 0.4, 0.9))}
    ours, theirs = timed(timings, ours="ours", told={"theirs": "no map"}, rivals=True)
    assert (ours.ratio, ours.rival) == (1.0, False)
    assert (theirs.ratio, theirs.rival, theirs.told) == (2.0, True, "no map")
    assert (theirs.value, theirs.best) == pytest.approx((400, 200))


def test_what_was_computed_is_told_where_it_is_known() -> None:
    timings = {"ours": Timing((1.0, 1.0, 1.0), (0.2, 0.1, 0.9)), "theirs": Timing((1.0,) * 3)}
    assert [one.computed for one in timed(timings, ours="ours")] == [200.0, None]


def test_a_ratio_of_rates_is_of_the_time_for_an_image() -> None:
    timings = {"ours": Timing((1.0, 1.0)), "theirs": Timing((4.0, 2.0))}
    rows = rated(timings, ours="ours", images=10, rivals={"theirs": "It does less."})
    assert [one.ratio for one in rows] == [1.0, 3.0]
    assert (rows[1].value, rows[1].best) == pytest.approx((10 / 3, 5))
    assert [one.rival for one in rows] == [False, True]
    assert [one.reason for one in rows] == ["", "It does less."]


def test_who_takes_less_is_named_the_least_first() -> None:
    one = section(OURS, row("quick", 0.8), row("slow", 3.0), row("quickest", 0.5))
    assert one.verdict.startswith("**Lentigo is not the best here.**")
    assert one.verdict.endswith("quickest (0.50 times), quick (0.80 times).")


def test_where_nobody_does_the_nearest_is_named() -> None:
    one = section(OURS, row("near", 1.2), row("far", 3.0), row("(limit)", 0.4, rival=False))
    assert one.verdict == "Nobody takes less here; the nearest is near (1.20 times)."


def test_who_is_as_quick_as_ours_is_not_said_to_take_more() -> None:
    told = section(OURS, row("even", 0.98)).verdict
    assert told == "Nobody takes clearly less here; the nearest is even (0.98 times)."


@pytest.mark.parametrize("alone", [section(OURS), section(row("one", None))])
def test_where_nobody_is_compared_nothing_is_claimed(alone: Section) -> None:
    assert alone.verdict == ""


def test_reasons_are_told_of_those_who_are_ahead_and_once() -> None:
    ahead = [replace(row(name, 0.5), reason="It does less.") for name in ("one", "other")]
    behind = replace(row("slow", 2.0), reason="It rests.")
    told = section(OURS, *ahead, behind).verdict
    assert told.count("It does less.") == 1
    assert "It rests." not in told
