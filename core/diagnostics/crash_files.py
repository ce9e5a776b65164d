"""The files of crash reports: written at the worst of moments, so as simply as can be."""

from __future__ import annotations

import multiprocessing
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from itertools import count
from pathlib import Path
from typing import Final

from core.diagnostics.folder import crashes_folder, made

ENDING: Final = ".txt"
MOST_REPORTS: Final = 20
_MOST_OF_A_PROCESS: Final = 5
_numbers = count(1)


def keep_crash(text: str) -> None:
    """Keep a report, unless this process has kept enough; where nothing can be written, nothing is.

    Parameters
    ----------
    text : str
        As `core.logs.private_traceback` gives it.
    """
    number = next(_numbers)
    if number > _MOST_OF_A_PROCESS:
        return
    with suppress(OSError):
        folder = made(crashes_folder())
        descriptor = os.open(
            folder / report_name(f"-{number}"), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600
        )
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(f"{headline()}\n{text}\n")
        forget_old(folder)


def report_name(more: str = "") -> str:
    """Name a report of this process."""
    return f"crash-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}{more}{ENDING}"


def headline() -> str:
    """Say in which program and process, on which system; nothing about its user or their work."""
    process = multiprocessing.current_process().name
    try:
        version = metadata.version("lentigo")
    except metadata.PackageNotFoundError:
        version = "?"
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Lentigo {version}, {process}, Python {python}, {_system()}"


def _system() -> str:
    if sys.platform == "win32":
        return f"Windows {sys.getwindowsversion().build}"
    named = os.uname()  # `platform` says the same, and takes ten times as long
    return f"{named.sysname} {named.release} {named.machine}"


def forget_old(folder: Path) -> None:
    """Remove all reports but the newest."""
    for file in sorted(folder.glob(f"crash-*{ENDING}"))[:-MOST_REPORTS]:
        file.unlink(missing_ok=True)
