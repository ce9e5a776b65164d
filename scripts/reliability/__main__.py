"""``make reliability``: tries what may go wrong, and writes ``docs/reliability.md``.

Exit status 1 if anything failed. ``--only WORDS`` tries the rows with these words alone, and prints
them; ``--seconds 0`` leaves out the search for bytes that break a reader.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from scripts.reliability.outcomes import Case, Result, read_cases
from scripts.reliability.page import page_of
from scripts.reliability.row import Tried
from scripts.reliability.searches import Search, search_all
from scripts.reliability.tried import TRIED

PAGE: Final = Path("docs/reliability.md")


def main() -> int:
    """Try all, and write the page."""
    wanted = _parser().parse_args()
    rows = [row for rows in TRIED.values() for row in rows if wanted.only in row.fault]
    cases = _run(rows)
    searches: tuple[Search, ...] = ()
    if not wanted.only and wanted.seconds:
        searches = search_all(seconds=wanted.seconds)
    day = datetime.now(UTC).date().isoformat()
    page = page_of(cases, searches, machine=_machine(), day=day)
    if wanted.only:
        sys.stdout.write(
            "\n".join(line for line in page.splitlines() if wanted.only in line) + "\n"
        )
    else:
        PAGE.write_text(page, encoding="utf-8")
        sys.stdout.write(f"{PAGE} is written\n")
    failed = any(case.result is Result.FAILED for case in cases)
    return int(failed or not cases or any(search.broken for search in searches))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.reliability", description=__doc__)
    parser.add_argument("--only", default="", metavar="WORDS", help="rows whose fault has these")
    parser.add_argument("--seconds", type=int, default=20, help="of search for each reader (20)")
    return parser


def _run(rows: Iterable[Tried]) -> tuple[Case, ...]:
    tests = dict.fromkeys(test for row in rows for test in row.tests)
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *tests]
        subprocess.run(command, check=False)
        return read_cases(report.read_text(encoding="utf-8"))


def _machine() -> str:
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, Python {platform.python_version()}, {os.cpu_count()} processors"


if __name__ == "__main__":
    raise SystemExit(main())
