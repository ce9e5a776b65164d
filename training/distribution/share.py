"""Which part of the work falls to this process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Share:
    """One of several processes, on one machine or on many, that train one network together.

    Parameters
    ----------
    process : int
        Number of this one, from 0.
    processes : int
        How many there are.
    """

    process: int = 0
    processes: int = 1

    def folder(self, run: Path) -> Path:
        """Where this process keeps the run: the first in its folder, each other inside it.

        All of them train the same network, so what the others keep serves their own going on
        after a kill.
        """
        return run / f"process-{self.process}" if self.process else run


WHOLE = Share()
