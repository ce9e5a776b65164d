"""Where and of what something was measured."""

from __future__ import annotations

import os
import platform
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from core.cores import usable_cores
from core.engine.processor import processor_name

_ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The machine and the state of the code.

    Parameters
    ----------
    machine, system, commit, day, model : str
        As the page says it.
    cores : int
        That may be used.
    load : float
        Programs that wanted a core in the minute before.
    quick : bool
        Whether it was a try with few rounds.
    """

    machine: str
    system: str
    commit: str
    day: str
    model: str
    cores: int
    load: float
    quick: bool

    @classmethod
    def here(cls, *, model: str, quick: bool) -> Self:
        """Look around."""
        return cls(
            machine=f"{processor_name()}, {usable_cores()} cores",
            system=f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
            commit=_commit(),
            day=datetime.now(UTC).date().isoformat(),
            model=model,
            cores=usable_cores(),
            load=os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
            quick=quick,
        )

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What the page says of it."""
        rounds = "few: a try, not a measurement" if self.quick else "as each table says"
        return (
            ("Machine", self.machine),
            ("System", self.system),
            ("Busy before it began", f"{self.load:.1f} programs for {self.cores} cores"),
            ("Commit", self.commit),
            ("Date", self.day),
            ("Model", self.model),
            ("Rounds", rounds),
        )


def _commit() -> str:
    changed = _git("status", "--porcelain", "--untracked-files=no")
    return (_git("rev-parse", "--short", "HEAD") or "unknown") + " and changes" * bool(changed)


def _git(*words: str) -> str:
    try:
        done = subprocess.run(
            ["git", *words],  # noqa: S607 - of the path, as developers have it
            capture_output=True,
            text=True,
            check=False,
            cwd=_ROOT,
        )
    except OSError:
        return ""  # from an archive, on a machine without it
    return done.stdout.strip()
