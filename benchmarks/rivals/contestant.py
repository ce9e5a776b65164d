"""One program that is compared: started, asked and measured from outside."""

from __future__ import annotations

import json
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final, Self

from benchmarks.memory import tree, tree_mb
from benchmarks.rivals.environment import last_line
from benchmarks.rivals.unavailable import Unavailable

ROOT: Final = Path(__file__).resolve().parents[2]
_PATIENCE: Final = 20.0  # seconds, until a program that was told to end is killed


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A way of answering, as the table names it.

    Parameters
    ----------
    name : str
        In the table.
    module, way : str
        The program in `benchmarks.rivals`, and which of its ways.
    environment : str
        Of `benchmarks.rivals.environment`; empty for the project's own.
    included : str
        What it does for an answer, for the reader of the table.
    reason : str
        A sentence that explains it, should it take less time for an answer than Lentigo.
    tolerance : float
        How far its probabilities may be from Lentigo's; beyond it its time would mean nothing.
    """

    name: str
    module: str
    way: str
    environment: str = ""
    included: str
    reason: str = ""
    tolerance: float = 1e-3

    @property
    def rival(self) -> bool:
        """Whether it is not Lentigo itself."""
        return self.module != "with_lentigo"


class Contestant:
    """A system at work.

    Parameters
    ----------
    system : System
        What it is.
    python : Path
        The interpreter that has its libraries.
    task : Path
        The folder of what it is given.
    """

    def __init__(self, system: System, *, python: Path, task: Path) -> None:
        self.system = system
        module = f"benchmarks.rivals.{system.module}"
        self._said = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with it
        self._begun = time.perf_counter()
        self._process = subprocess.Popen(
            [python, "-m", module, task, system.way],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            cwd=ROOT,
        )
        self.versions = str(self._reply()["versions"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def seconds(self) -> float:
        """Since it was started."""
        return time.perf_counter() - self._begun

    @property
    def processes(self) -> list[int]:
        """Numbers of the process and of all that it started."""
        return tree(self._process.pid)

    @property
    def memory_mb(self) -> float:
        """Of the process and all that it started, what several share counted in parts."""
        return tree_mb(self._process.pid)

    def answer(self, image: Path) -> list[float]:
        """Ask for the probabilities of an image.

        Raises
        ------
        Unavailable
            If it gives none.
        """
        with suppress(OSError):  # what is missing then is the reply, which says why
            _pipe(self._process.stdin).write(f"{image}\n")
            _pipe(self._process.stdin).flush()
        return list(self._reply())

    def close(self) -> None:
        """End it, and what it started."""
        with suppress(OSError):
            _pipe(self._process.stdin).close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        _pipe(self._process.stdout).close()
        self._said.close()

    def _reply(self) -> Any:  # noqa: ANN401 - from JSON
        line = _pipe(self._process.stdout).readline()
        if line:
            return json.loads(line)
        self._process.wait(_PATIENCE)
        self._said.seek(0)
        why = last_line(self._said.read())
        self.close()
        raise Unavailable(f"{self.system.name} does not answer: {why}")


def _pipe(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise TypeError(pipe)  # never: all are pipes
    return pipe
