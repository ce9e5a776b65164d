"""Processes that open the same new store in the same moment, again and again.

``python -m tests.faults.crowd KIND FOLDER ROUNDS``, one line on the standard input for each round.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.vault.keys import Keys
from core.learning.store.database import open_database
from core.sql.transactions import Transactions

KEYS: Final = Keys(b"k" * 32)


def _cases(folder: Path) -> Transactions:
    return Database.open(CaseAddress.of("", folder=folder))


def _sealed(folder: Path) -> Transactions:
    return Database.open(CaseAddress.of("", folder=folder), keys=KEYS)


def _learning(folder: Path) -> Transactions:
    return open_database(folder / "learning.sqlite3")


KINDS: Final[Mapping[str, Callable[[Path], Transactions]]] = {
    "cases": _cases,
    "sealed": _sealed,
    "learning": _learning,
}


def main(kind: str, folder: str, rounds: str) -> None:
    """Open, say so, and close, as often as told."""
    for number in range(int(rounds)):
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        KINDS[kind](Path(folder) / str(number)).close()


if __name__ == "__main__":
    main(*sys.argv[1:])
