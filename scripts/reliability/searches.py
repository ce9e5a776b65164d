"""The search for bytes that break a reader, and how many it tried."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_READER: Final = re.compile(r"(\S+): (\d+) s")
_DONE: Final = re.compile(r"\s+Done (\d+) runs")


@dataclass(frozen=True, slots=True)
class Search:
    """A search.

    Parameters
    ----------
    reader : str
        Whose bytes.
    tried : int
        How many inputs.
    broken : bool
        Whether one broke it.
    """

    reader: str
    tried: int
    broken: bool


def search_all(*, seconds: int) -> tuple[Search, ...]:
    """Search with each reader for some seconds; nothing where the fuzzer is not installed."""
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", str(seconds)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    return tuple(read_searches(done.stdout))


def read_searches(said: str) -> Iterator[Search]:
    """Read what the command said."""
    reader, tried, broken = "", 0, False
    for line in said.splitlines():
        if named := _READER.fullmatch(line):
            if reader:
                yield Search(reader, tried, broken)
            reader, tried, broken = named[1], 0, False
        elif done := _DONE.match(line):
            tried = int(done[1])
        broken = broken or "broken:" in line
    if reader:
        yield Search(reader, tried, broken)
