"""Writes a report so that a reader never meets half of one, nor a run of hours ends in nothing."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from core.errors import LentigoError


class ReportNotWritten(LentigoError):
    """The folder for the report cannot be made or written."""


def prepare_folder(folder: Path) -> None:
    """Make `folder` and write into it once, before the long work rather than after.

    Raises
    ------
    ReportNotWritten
        If it cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _refusal(folder, error) from error


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 beside `path`, then rename: the old file stays until the new is whole.

    Raises
    ------
    ReportNotWritten
        If the folder refuses; nothing is left behind.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise _refusal(path.parent, error) from error


def _refusal(folder: Path, error: OSError) -> ReportNotWritten:
    reason = error.strerror or str(error)
    sentence = f"The report cannot be written to {folder}: {reason}. Choose another --out."
    return ReportNotWritten(sentence, value=str(folder))
