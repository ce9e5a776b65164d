"""What came of the tests: pytest's report in JUnit's form, counted for each row."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # what is read was written a moment ago, by pytest
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Result(StrEnum):
    """What came of a case."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Case:
    """A test that was run.

    Parameters
    ----------
    file : Path
        Where it stands.
    name : str
        Of its function, without parameters.
    result : Result
        What came of it.
    reason : str
        Why it was skipped.
    """

    file: Path
    name: str
    result: Result
    reason: str = ""

    def is_of(self, tests: Iterable[str]) -> bool:
        """Tell whether it is one of some files and functions, as pytest names them."""
        file = self.file.as_posix()
        return any(one in {file, f"{file}::{self.name}"} for one in tests)


def read_cases(report: str) -> tuple[Case, ...]:
    """Read all cases of a report."""
    found = ET.fromstring(report).iter("testcase")  # our own, see above
    return tuple(_case(element) for element in found)


def _case(element: ET.Element) -> Case:
    # A file that cannot even be read has no case but itself.
    file = _file_of(element.get("classname") or element.get("name") or "")
    name = element.get("name", "").partition("[")[0]
    parts = {child.tag: child for child in element}
    if parts.keys() & {"failure", "error"}:
        return Case(file, name, Result.FAILED)
    if "skipped" in parts:
        return Case(file, name, Result.SKIPPED, parts["skipped"].get("message", ""))
    return Case(file, name, Result.PASSED)


def _file_of(module: str) -> Path:
    path = Path(*module.split("."))
    files = (one.with_suffix(".py") for one in (path, path.parent))  # of a class's, one is more
    return next(one for one in files if one.is_file())
