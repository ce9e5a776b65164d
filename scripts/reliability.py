"""``make reliability``: tries what may go wrong, and writes ``docs/reliability.md``.

The page says what was tried, in the words of the tests themselves, and what came of it on this
machine. It takes about a quarter of an hour. Exit status 1 if anything failed.
"""

from __future__ import annotations

import ast
import os
import platform
import subprocess
import sys
import xml.etree.ElementTree as ET  # what is read was written a moment ago, by pytest
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

PAGE: Final = Path("docs/reliability.md")
SUITES: Final = {
    "Around the program": ("tests/faults",),
    "The engine and the decoders": (
        "tests/core/engine/test_accidents.py",
        "tests/core/engine/test_real_runtime.py",
        "tests/core/images/test_accidents.py",
    ),
    "Kills": (
        "tests/core/cases/test_kills.py",
        "tests/core/cases/vault/test_kills.py",
        "tests/core/learning/quiz/test_kills.py",
    ),
    "What strangers may have written": (
        "tests/fuzz",
        "tests/core/images/test_damage.py",
        "tests/core/learning/package/test_hostile.py",
        "tests/core/model/test_bundle.py",
        "tests/core/cases/test_backup.py",
    ),
}
"""What is tried, under the headings of the page."""
_HEAD: Final = """# What was tried to break Lentigo

Written by `make reliability`, which runs these tests; each line is what its file says of itself.
The whole suite is `make test` and `make test-slow`; `make fuzz` searches on for bytes that break a
reader, `make soak` for what grows.
"""
_COLUMNS: Final = "| What holds | Passed | Failed | Skipped |\n| --- | --- | --- | --- |\n"
_NOT_TRIED: Final = """
## Not tried

- Real GPUs (CUDA, DirectML, CoreML): their failures are injected by stand-ins of the runtime.
- Windows and macOS: the tests are written for them as well, and were run on Linux only.
- A real loss of power: processes are killed, the system is not. What a disk does that lies about
  having written is unknown.
- Network file systems, which Lentigo refuses for SQLite where it recognises them.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file of tests.

    Parameters
    ----------
    file : Path
        The file.
    passed, failed, skipped : int
        How many of its cases.
    """

    file: Path
    passed: int
    failed: int
    skipped: int


def main() -> int:
    """Run the suites and write the page."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}"]
        files = [name for names in SUITES.values() for name in names]
        subprocess.run([*command, *files], check=False)
        outcomes = read_outcomes(report.read_text(encoding="utf-8"))
    PAGE.write_text(page_of(outcomes, machine=_machine()), encoding="utf-8")
    sys.stdout.write(f"{PAGE} is written\n")
    return int(any(outcome.failed for outcome in outcomes))


def read_outcomes(report: str) -> tuple[Outcome, ...]:
    """Count the cases of each file in a report of JUnit's form."""
    counts: dict[Path, Counter[str]] = {}
    for case in ET.fromstring(report).iter("testcase"):
        file = _file_of(case.get("classname", ""))
        kinds = {child.tag for child in case}
        kind = "failed" if kinds & {"failure", "error"} else "skipped" if kinds else "passed"
        counts.setdefault(file, Counter())[kind] += 1
    return tuple(
        Outcome(file, count["passed"], count["failed"], count["skipped"])
        for file, count in sorted(counts.items())
    )


def _file_of(module: str) -> Path:
    path = Path(*module.split("."))
    return next(
        one.with_suffix(".py") for one in (path, path.parent) if one.with_suffix(".py").is_file()
    )


def page_of(outcomes: Iterable[Outcome], *, machine: str) -> str:
    """Write the page."""
    by_file = {outcome.file: outcome for outcome in outcomes}
    total = sum(outcome.passed for outcome in by_file.values())
    failed = sum(outcome.failed for outcome in by_file.values())
    parts = [_HEAD, f"On {machine}: {total:,} cases passed, {failed} failed.\n"]
    for heading, names in SUITES.items():
        lines = [_line(one) for one in by_file.values() if _belongs(one.file, names)]
        parts.extend((f"\n## {heading}\n\n", _COLUMNS, *lines))
    return "".join([*parts, _NOT_TRIED])


def _belongs(file: Path, names: Iterable[str]) -> bool:
    return any(file.is_relative_to(name) for name in names)


def _line(outcome: Outcome) -> str:
    said = next(_first_lines(outcome.file), outcome.file.name)
    place = f"[{said}](../{outcome.file.as_posix()})"
    return f"| {place} | {outcome.passed} | {outcome.failed} | {outcome.skipped} |\n"


def _first_lines(file: Path) -> Iterator[str]:
    documented = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    yield from (documented or "").splitlines()[:1]


def _machine() -> str:
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, Python {platform.python_version()}, {os.cpu_count()} processors"


if __name__ == "__main__":
    raise SystemExit(main())
