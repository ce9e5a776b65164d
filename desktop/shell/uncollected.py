"""Work in another thread that makes so many objects that the garbage collector would wake."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Have the garbage collector rest meanwhile.

    It looks at all objects in one go, again and again while they become more; the window waits
    for that. For work of a few seconds that leaves little behind.
    """
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()
