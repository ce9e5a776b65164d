"""One program that is compared: started, asked and measured from outside."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final, Self

from benchmarks.program import LIMIT, Hung, Program
from benchmarks.rivals.environment import last_line
from benchmarks.rivals.unavailable import Unavailable

ROOT: Final = Path(__file__).resolve().parents[2]


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
    limit : float
        Seconds that its start, and each answer, may take.
    """

    def __init__(self, system: System, *, python: Path, task: Path, limit: float = LIMIT) -> None:
        self.system = system
        self._limit = limit
        module = f"benchmarks.rivals.{system.module}"
        self._said = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with it
        self._begun = time.perf_counter()
        self._program = Program(
            [python, "-m", module, task, system.way], folder=ROOT, complaints=self._said
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
        return self._program.processes

    @property
    def memory_mb(self) -> float:
        """Of the process and all that it started, what several share counted in parts."""
        return self._program.memory_mb

    def answer(self, image: Path) -> list[float]:
        """Ask for the probabilities of an image.

        Raises
        ------
        Unavailable
            If it gives none, or not in time.
        """
        self._program.tell(str(image))
        return list(self._reply())

    def close(self) -> None:
        """End it, and what it started."""
        self._program.end()
        self._said.close()

    def _reply(self) -> Any:  # noqa: ANN401 - from JSON
        try:
            line = self._program.hear(limit=self._limit)
        except Hung as hung:
            self.close()
            raise Unavailable(f"{self.system.name} {hung}") from hung
        if line:
            return json.loads(line)
        self._program.end()
        self._said.seek(0)
        why = last_line(self._said.read())
        self.close()
        raise Unavailable(f"{self.system.name} does not answer: {why}")
