"""The page says what came of the tests, row by row, and of the search."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.reliability.outcomes import Case, Result, read_cases
from scripts.reliability.page import page_of
from scripts.reliability.searches import Search, read_searches
from scripts.reliability.tried import TRIED

REPORT = """<testsuites><testsuite>
<testcase classname="tests.faults.test_clock" name="test_a[one]"/>
<testcase classname="tests.faults.test_clock" name="test_b"><failure>x</failure></testcase>
<testcase classname="tests.faults.test_names" name="test_c"><skipped message="no such disk"/>
</testcase>
<testcase classname="tests.core.cases.test_any_order.TestAnyOrder" name="runTest"/>
</testsuite></testsuites>"""
SAID = """card: 20 s
  Done 328069 runs in 21 second(s)
labels: 20 s
  Done 12 runs in 3 second(s)
  broken: see build/fuzz/labels.log
"""


@pytest.fixture(autouse=True)
def _in_the_checkout(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


def test_cases_are_read_with_their_files() -> None:
    assert read_cases(REPORT) == (
        Case(Path("tests/faults/test_clock.py"), "test_a", Result.PASSED),
        Case(Path("tests/faults/test_clock.py"), "test_b", Result.FAILED),
        Case(Path("tests/faults/test_names.py"), "test_c", Result.SKIPPED, "no such disk"),
        Case(Path("tests/core/cases/test_any_order.py"), "runTest", Result.PASSED),
    )


def test_a_file_that_cannot_be_read_has_failed() -> None:
    report = REPORT.replace(
        'classname="tests.faults.test_clock" name="test_b"',
        'classname="" name="tests.faults.test_clock"',
    )
    assert Case(Path("tests/faults/test_clock.py"), "tests.faults.test_clock", Result.FAILED) in (
        read_cases(report)
    )


def test_searches_are_read() -> None:
    expected = (Search("card", 328069, broken=False), Search("labels", 12, broken=True))
    assert tuple(read_searches(SAID)) == expected
    assert tuple(read_searches("")) == ()


def test_the_page_has_a_row_for_each_fault() -> None:
    page = page_of(read_cases(REPORT), tuple(read_searches(SAID)), machine="a machine", day="today")
    assert "today, a machine: **2 cases held, 1 failed**, 1 were skipped; 328,081 inputs" in page
    (line,) = [line for line in page.splitlines() if "The clock jumps" in line]
    assert "| 1 | 1 | 0 | [clock](../tests/faults/test_clock.py) |" in line
    assert "| labels | 12 | yes |" in page
    assert "- 1 times: no such disk" in page
    for heading, rows in TRIED.items():
        assert f"## {heading}" in page
        assert all(page.count(f"| {row.fault} |") == 1 for row in rows)


def test_without_a_fuzzer_the_page_says_so() -> None:
    assert "was not run here" in page_of((), (), machine="a machine", day="today")


def named() -> Iterator[str]:
    return (test for rows in TRIED.values() for row in rows for test in row.tests)


@pytest.mark.parametrize("test", sorted(set(named())))
def test_what_is_named_is_there(test: str) -> None:
    file, _, name = test.partition("::")
    functions = ast.parse(Path(file).read_text(encoding="utf-8")).body
    assert not name or name in {one.name for one in functions if isinstance(one, ast.FunctionDef)}
