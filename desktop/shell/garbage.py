"""When Python looks for objects that nobody can reach: the whole program waits for that.

A collection looks at all objects but the frozen ones in one go, in whichever thread happens to
make the next object; with all modules of the window, that holds up the event loop for 50 ms.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def let_lie() -> None:
    """Look for no garbage while the program starts: nothing of it is any yet."""
    gc.disable()


def spare_what_stays() -> None:
    """Look for garbage from now on, but never among all that is there now."""
    gc.freeze()
    gc.enable()


def sweep() -> None:
    """Look for garbage among all that is there, once; from then on only among what comes."""
    gc.unfreeze()
    gc.collect()
    spare_what_stays()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for none meanwhile: for work of a few seconds in another thread that makes much.

    Collections come again and again while objects become more, and little of it is garbage.
    """
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()
