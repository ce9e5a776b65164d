"""The one moment that everything in a build bears: that of its commit, so that two builds agree."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

VARIABLE: Final = "SOURCE_DATE_EPOCH"
"""As https://reproducible-builds.org/specs/source-date-epoch/ has it."""

_FIRST: Final = 1735689600  # 2025: what ZIP files and their readers can hold


def epoch(root: Path) -> int:
    """Seconds since 1970: as the environment says, else of the commit, else a fixed moment."""
    named = os.environ.get(VARIABLE, "")
    if named.isdigit():
        return int(named)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, check=False, text=True).stdout.strip()
    except FileNotFoundError:
        return _FIRST
    return int(told) if told.isdigit() else _FIRST


def moment(seconds: int) -> datetime:
    """Read such seconds."""
    return datetime.fromtimestamp(seconds, UTC)


def set_times(folder: Path, seconds: int) -> None:
    """Have every file and folder bear that moment."""
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (seconds, seconds), follow_symlinks=False)
