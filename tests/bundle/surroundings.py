"""A user's machine: nothing on the path, folders of its own."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A user's machine: nothing on the path, folders of its own."""

    program: Path
    variables: dict[str, str]
    folder: Path
    within: tuple[str, ...] = ()
    """A command that runs commands, such as one without a network."""

    def run(self, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run the program, and see that it leaves no process and no temporary file."""
        done = subprocess.run(
            [*self.within, self.program, *arguments],
            env=self.variables | variables,
            cwd=self.folder / "elsewhere",
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=200,
        )
        assert not still_running(self.program)
        assert not list((self.folder / "temporary").iterdir())
        return done


def still_running(program: Path) -> list[str]:
    """Name the processes of a program that do not end."""
    deadline = time.monotonic() + _PATIENCE_S
    while (found := processes(program)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def processes(program: Path) -> list[str]:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,stat=,args="], capture_output=True, text=True, check=True
    )
    return [line for line in listed.stdout.splitlines() if str(program) in line]
