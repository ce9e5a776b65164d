"""How far long work on a store has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Takes how many originals are done, and how many there are."""


def nobody(_done: int, _total: int) -> None:
    """Tell nobody."""
