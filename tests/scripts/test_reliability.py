"""The page says what came of the tests, in their own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.reliability import SUITES, Outcome, page_of, read_outcomes

REPORT = """<testsuites><testsuite>
<testcase classname="tests.faults.test_clock" name="a"/>
<testcase classname="tests.faults.test_clock" name="b"><failure>x</failure></testcase>
<testcase classname="tests.faults.test_names" name="c"><skipped message="y"/></testcase>
</testsuite></testsuites>"""


@pytest.fixture(autouse=True)
def _in_the_checkout(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)


def test_cases_are_counted_by_file() -> None:
    assert read_outcomes(REPORT) == (
        Outcome(Path("tests/faults/test_clock.py"), passed=1, failed=1, skipped=0),
        Outcome(Path("tests/faults/test_names.py"), passed=0, failed=0, skipped=1),
    )


def test_the_page_has_a_line_for_each_file() -> None:
    page = page_of(read_outcomes(REPORT), machine="a machine")
    assert "On a machine: 1 cases passed, 1 failed." in page
    (line,) = [line for line in page.splitlines() if "test_clock.py" in line]
    assert line.startswith("| [The system's clock may be wrong")
    assert line.endswith("| 1 | 1 | 0 |")
    assert [f"## {heading}" in page for heading in SUITES] == [True] * len(SUITES)


def test_all_suites_are_there() -> None:
    assert all(Path(name).exists() for names in SUITES.values() for name in names)
