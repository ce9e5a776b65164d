"""A program that is measured: started, told and heard line by line, and ended in any case."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, Self

from benchmarks.memory import tree, tree_mb

LIMIT: Final = 120.0
"""Seconds, after which a program that says nothing counts as hung: far beyond any start."""
_PATIENCE: Final = 20.0  # seconds, until a program that was told to end is killed


class Hung(Exception):
    """A program said nothing for so long that it was stopped; the message says how long."""


class Program:
    """A program at work, which nobody waits for without end.

    Parameters
    ----------
    command : sequence of str or Path
        What to run.
    environment : mapping of str to str, optional
        By default ours.
    folder : Path, optional
        Where it runs; by default here.
    complaints : file, optional
        What it says on standard error goes there; by default where ours goes.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        complaints: IO[str] | None = None,
    ) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            env=environment,
            cwd=folder,
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        # A pipe cannot be waited for with a limit on every system; a queue can.
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def processes(self) -> list[int]:
        """Numbers of the process and of all that it started."""
        return tree(self._process.pid)

    @property
    def memory_mb(self) -> float:
        """Of the process and all that it started, what several share counted in parts."""
        return tree_mb(self._process.pid)

    def tell(self, line: str) -> None:
        """Say a line to it; one that has ended does not hear it."""
        with suppress(OSError):
            _pipe(self._process.stdin).write(f"{line}\n")
            _pipe(self._process.stdin).flush()

    def hear(self, *, limit: float = LIMIT) -> str:
        """Wait for the next line that it says.

        Parameters
        ----------
        limit : float
            In seconds.

        Returns
        -------
        str
            Empty if it has ended instead.

        Raises
        ------
        Hung
            If it says nothing for so long; it is stopped then.
        """
        try:
            line = self._lines.get(timeout=limit)
        except queue.Empty:
            self.stop()
            raise Hung(f"gave no answer within {limit:.0f} s and was stopped.") from None
        if not line:
            self._lines.put("")  # for whoever asks again
        return line

    def end(self) -> int:
        """Let it end by itself; after a while stop it.

        Returns
        -------
        int
            Its exit status.
        """
        with suppress(OSError):
            _pipe(self._process.stdin).close()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.stop()
        self._reader.join(_PATIENCE)
        return int(self._process.returncode)

    def stop(self) -> None:
        """Kill it, and what it started."""
        _, *started = self.processes
        self._process.kill()
        for other in started:
            with suppress(ProcessLookupError):
                os.kill(other, signal.SIGKILL)
        self._process.wait()

    def _read(self) -> None:
        with _pipe(self._process.stdout) as said:
            for line in said:
                self._lines.put(line)
        self._lines.put("")


def _pipe(pipe: IO[Any] | None) -> IO[Any]:
    if pipe is None:
        raise TypeError(pipe)  # never: both are pipes
    return pipe
