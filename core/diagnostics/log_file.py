"""The log on the disk: of bounded size, written by several processes at once."""

from __future__ import annotations

import logging
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from core.diagnostics.folder import logs_folder, made
from core.diagnostics.locking import locked

NAME: Final = "lentigo.log"
MOST_BYTES: Final = 1_000_000
KEPT: Final = 3
"""Files, with the one that is written: ``lentigo.log``, ``lentigo.log.1``, ``lentigo.log.2``."""


class LogFile(logging.Handler):
    """Appends records to the user's log, and begins a new file when one is full.

    The file is opened for each record: there are few, and on Windows no file that a process holds
    open can be renamed by another. Where nothing can be written, nothing is.

    Parameters
    ----------
    level : int, optional
        Of what is written.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Append a record."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        line = f"{moment} {os.getpid()} {self.format(record)}\n".encode(errors="replace")
        with suppress(OSError):
            append(made(logs_folder()), line)


def append(folder: Path, line: bytes) -> None:
    """Write a line, into a new file if the old one is full."""
    file = folder / NAME
    with locked(folder / f".{NAME}.lock"):
        if file.exists() and file.stat().st_size + len(line) > MOST_BYTES:
            _turn(file)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab") as out:
            out.write(line)


def _turn(file: Path) -> None:
    for number in range(KEPT - 1, 0, -1):
        former = file if number == 1 else file.with_name(f"{NAME}.{number - 1}")
        if former.exists():
            former.replace(file.with_name(f"{NAME}.{number}"))
