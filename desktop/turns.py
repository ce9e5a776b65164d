"""Long work of the window's own process, a step at each turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def take_turns(
    steps: Iterator[None],
    *,
    owner: QObject,
    pause_ms: int = 0,
    then: Callable[[], None] = lambda: None,
) -> None:
    """Take the first step now, and each other at a turn of its own, so that the loop stays lively.

    Parameters
    ----------
    steps : iterator
        Does the work of a step whenever it is asked for the next.
    owner : QObject
        With its end, the steps end.
    pause_ms : int, optional
        Milliseconds between two steps; by default the loop only does what is due.
    then : callable, optional
        What to do after the last step, in the same turn.
    """
    from PySide6.QtCore import QTimer

    done = object()

    def go_on() -> None:
        if next(steps, done) is done:
            then()
        else:
            QTimer.singleShot(pause_ms, owner, go_on)

    go_on()
