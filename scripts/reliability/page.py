"""The page for whoever has to trust Lentigo with a clinic's computers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from scripts.reliability.outcomes import Case, Result
from scripts.reliability.row import Tried
from scripts.reliability.searches import Search
from scripts.reliability.tried import TRIED

_HEAD: Final = """# What was tried to break Lentigo

Written by `make reliability`, which does all of this again, on any computer, in about half an hour.
Each row is a fault, what Lentigo does when it happens, and how many cases of it were tried; its
tests inject the fault for real unless the row says otherwise. One row alone:
`.venv/bin/python -m scripts.reliability --only WORDS`, with some words of the row.
"""
_COLUMNS: Final = (
    "| What goes wrong | What happens | Held | Failed | Skipped | Tried by |\n"
    "| --- | --- | --- | --- | --- | --- |\n"
)
_SEARCHES: Final = """
## A search for bytes that break a reader

Guided by which branches the readers take (libFuzzer, through atheris), from healthy files and from
all that former searches found. A crash, an error without a name, 20 seconds or 3 GB for one input
count as broken. `make fuzz` searches on.

| Reader | Inputs | Broken |
| --- | --- | --- |
"""
_NO_SEARCH: Final = (
    "\nThe search for bytes that break a reader was not run here: atheris is for Linux.\n"
)
_NOT_TRIED: Final = """
## Not tried

- Real GPUs (CUDA, DirectML, CoreML): their failures are injected by stand-ins of the runtime.
- Windows and macOS: the tests are written for them as well, and were run on Linux only.
- A real loss of power: processes are killed, the system is not. What a disk does that lies about
  having written is unknown.
- Network file systems, which Lentigo refuses for SQLite where it recognises them.
- Hours of use: that is `make soak`.
"""


def page_of(cases: Sequence[Case], searches: Sequence[Search], *, machine: str, day: str) -> str:
    """Write the page.

    Parameters
    ----------
    cases : sequence of Case
        All that were run.
    searches : sequence of Search
        None where the fuzzer is not installed.
    machine, day : str
        Where and when.
    """
    count = Counter(case.result for case in cases)
    inputs = sum(search.tried for search in searches)
    broken = sum(search.broken for search in searches)
    summary = (
        f"{day}, {machine}: **{count[Result.PASSED]:,} cases held, "
        f"{count[Result.FAILED]} failed**, {count[Result.SKIPPED]} were skipped; "
        f"{inputs:,} inputs of a search broke {broken} of {len(searches)} readers."
    )
    parts = [f"{_HEAD}\n{summary}\n"]
    for heading, rows in TRIED.items():
        parts.extend((f"\n## {heading}\n\n", _COLUMNS, *(_row(row, cases) for row in rows)))
    parts.extend((_searched(searches), "".join(_skipped(cases)), _NOT_TRIED))
    return "".join(parts)


def _row(row: Tried, cases: Iterable[Case]) -> str:
    count = Counter(case.result for case in cases if case.is_of(row.tests))
    counts = " | ".join(str(count[result]) for result in Result)
    return f"| {row.fault} | {row.answer} | {counts} | {_links(row.tests)} |\n"


def _links(tests: Iterable[str]) -> str:
    files = dict.fromkeys(Path(one.partition("::")[0]) for one in tests)
    return ", ".join(f"[{file.stem.removeprefix('test_')}](../{file.as_posix()})" for file in files)


def _searched(searches: Iterable[Search]) -> str:
    lines = [
        f"| {one.reader} | {one.tried:,} | {'yes' if one.broken else 'no'} |\n" for one in searches
    ]
    return "".join([_SEARCHES, *lines]) if lines else _NO_SEARCH


def _skipped(cases: Iterable[Case]) -> Iterator[str]:
    reasons = Counter(case.reason for case in cases if case.result is Result.SKIPPED)
    if reasons:
        yield "\n## Skipped here\n\n"
    yield from (f"- {number} times: {reason}\n" for reason, number in reasons.most_common())
