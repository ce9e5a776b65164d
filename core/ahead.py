"""Having things done on other threads a little before they are asked for, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


def in_order(
    threads: ThreadPoolExecutor, do: Callable[[Item], Done], items: Iterable[Item], *, ahead: int
) -> Iterator[Done]:
    """Do something with each item on some threads.

    Parameters
    ----------
    threads : ThreadPoolExecutor
        Where it is done.
    do : callable
        What.
    items : iterable
        Taken only a few ahead of what has been handed out, so it may be endless and memory stays
        bounded; by the thread that asks for the next answer.
    ahead : int
        How many are begun or wait while one is handed out.

    Yields
    ------
    object
        What `do` returned, in the order of the items; what it raised is raised instead.
    """
    remaining = iter(items)
    begun: deque[Future[Done]] = deque()
    try:
        while True:
            begun.extend(threads.submit(do, one) for one in islice(remaining, ahead - len(begun)))
            if not begun:
                return
            yield begun.popleft().result()
    finally:
        for future in begun:
            future.cancel()
