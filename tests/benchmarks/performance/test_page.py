"""The page says where it was measured, ratios before figures, and what could not be had."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from benchmarks.performance.page import figures_of, number, page_of, terminal_of
from benchmarks.performance.place import Place
from benchmarks.performance.rows import Row, Section, Unit

PLACE = Place(
    machine="A processor, 2 cores",
    system="Linux",
    commit="abc1234",
    day="2026-01-02",
    model="A model 1",
    cores=2,
    load=0.1,
    quick=False,
)
OURS = Row(name="Lentigo", value=80.0, best=75.5, ratio=1.0, told="everything")
COMPARED = Section(
    title="One image",
    measured="Asked often.",
    unit=Unit.MILLISECONDS,
    rows=(OURS, Row(name="other", value=40.0, best=39.0, ratio=0.5, told="no map", rival=True)),
    notes=("a third was left out. It cannot be had.",),
)
ALONE = Section(
    title="Room", measured="Of dist.", unit=Unit.MEGABYTES, rows=(Row(name="full", value=1202.4),)
)


def test_facts_come_first_and_every_section_after_the_summary() -> None:
    page = page_of([COMPARED, ALONE], PLACE)
    order = ["A processor", "abc1234", "2026-01-02", "## In short", "## One image", "## Room"]
    places = [page.index(word) for word in order]
    assert places == sorted(places)
    short = page[page.index("## In short") : page.index("## One image")]
    assert "**Lentigo is not the best here.** Less takes: other (0.50 times)." in short
    assert "Room" not in short


def test_a_table_has_ratios_before_figures() -> None:
    page = page_of([COMPARED], PLACE)
    assert "|  | x Lentigo | ms | best | included |\n" in page
    assert "| other | **0.50** | 40.0 | 39.0 | no map |\n" in page
    assert "\na third was left out. It cannot be had.\n" in page


def test_what_was_computed_has_a_column_where_it_is_known() -> None:
    rows = (replace(OURS, computed=60.0), COMPARED.rows[1])
    page = page_of([replace(COMPARED, rows=rows)], PLACE)
    assert "|  | x Lentigo | ms | best | computing | included |\n" in page
    assert "| Lentigo | **1.00** | 80.0 | 75.5 | 60.0 | everything |\n" in page
    assert "| other | **0.50** | 40.0 | 39.0 |  | no map |\n" in page


def test_a_table_without_comparison_has_no_empty_columns() -> None:
    page = page_of([ALONE], PLACE)
    assert "|  | MB |\n| --- | ---: |\n| full | 1,202 |\n" in page


@pytest.mark.parametrize(("load", "warned"), [(0.9, False), (1.1, True)])
def test_a_busy_machine_is_named_as_such(load: float, *, warned: bool) -> None:
    page = page_of([COMPARED], replace(PLACE, load=load))
    assert ("kept this machine busy" in page) is warned


def test_a_try_says_that_it_is_one() -> None:
    assert "not a measurement" in page_of([], replace(PLACE, quick=True))
    assert "not a measurement" not in page_of([], PLACE)


def test_figures_are_for_programs() -> None:
    found = json.loads(figures_of([COMPARED, ALONE], PLACE))
    assert found["place"]["Commit"] == "abc1234"
    assert found["sections"][0]["rows"][1]["ratio"] == 0.5
    assert found["sections"][1]["unit"] == "MB"


def test_the_terminal_has_the_same() -> None:
    told = terminal_of(COMPARED)
    assert any(line.split() == ["other", "0.50", "40.0", "39.0"] for line in told.splitlines())
    assert "cannot be had" in told


def test_numbers_have_the_digits_that_mean_something() -> None:
    assert [number(1234.567, unit) for unit in Unit] == ["1,234.6", "1,234.57", "1,234.6", "1,235"]


def test_the_place_is_this_one() -> None:
    here = Place.here(model="m", quick=True)
    assert here.cores >= 1
    assert all(said for _, said in here.facts)
