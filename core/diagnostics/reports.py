"""The crash reports that are there, for commands and the window."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.diagnostics.crash_files import ENDING
from core.diagnostics.folder import crashes_folder
from core.diagnostics.native import clear_watches


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What was written down when a process crashed.

    Parameters
    ----------
    path : Path
        Its file.
    moment : datetime
        When its process met it, or was started where native code crashed; UTC.
    text : str
        All of it.
    """

    path: Path
    moment: datetime
    text: str

    @property
    def headline(self) -> str:
        """Its last line that says something: what kind of error it was."""
        lines = [line for line in self.text.splitlines()[1:] if line and not line.startswith(" ")]
        fatal = (line for line in lines if line.startswith(("Fatal Python error", "Windows fatal")))
        return next(fatal, lines[-1] if lines else "")


def crash_reports() -> list[CrashReport]:
    """Read all, the newest first."""
    folder = crashes_folder()
    clear_watches(folder)
    found = []
    for path in sorted(folder.glob(f"crash-*{ENDING}"), reverse=True):
        with suppress(OSError, ValueError):
            moment = datetime.strptime(path.name.split("-")[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append(CrashReport(path, moment, path.read_text("utf-8", errors="replace")))
    return found


def remove_crash_reports() -> None:
    """Remove all of them."""
    for report in crash_reports():
        report.path.unlink(missing_ok=True)
