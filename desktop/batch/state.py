"""How far a batch is."""

from __future__ import annotations

from enum import Enum, auto


class BatchState(Enum):
    """How far a batch is."""

    IDLE = auto()
    """Nothing is done."""
    BEGINNING = auto()
    """The table is opened, and images are looked for."""
    RUNNING = auto()
    PAUSED = auto()
