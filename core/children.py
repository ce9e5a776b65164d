"""What all processes that Lentigo starts have in common: how they hear of Ctrl-C and of our end.

And what they may say of what goes wrong in them, which is no more than the window's process may.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker

from core import logs
from core.diagnostics.native import watch_native_crashes
from core.priority import give_way


def settle_in(*, gives_way: bool = True, level: int = logging.WARNING) -> None:
    """Do what a process that Lentigo starts does first, once its standard error is where it stays.

    Parameters
    ----------
    gives_way : bool, optional
        Whether others go first.
    level : int, optional
        Of what it writes about itself; that names nobody.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    if gives_way:
        give_way()
    logs.set_up(level=level)
    watch_native_crashes()


def block_interrupts() -> None:
    """Let this thread, and processes that it starts, which inherit the mask, hear no Ctrl-C.

    Windows has no such mask: there a Ctrl-C in a process's first moments may print a traceback.
    """
    if sys.platform != "win32":
        # Python's helper process is started with the first; that lifts the block again.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Do so for as long as it takes to start a process; see `block_interrupts`."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    block_interrupts()
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """End this process when its parent ends, however it does, and whatever is done meanwhile."""
    threading.Thread(target=_wait_for_parent, name="lentigo-parent", daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
