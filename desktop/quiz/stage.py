"""How far a quiz is."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """How far it is."""

    NONE = "none"
    ASKING = "asking"
    KEEPING = "keeping"
    """An answer is being written; nothing is told before it is."""
    TOLD = "told"
    ENDED = "ended"
    REVIEWING = "reviewing"
    """What was missed is seen again."""
