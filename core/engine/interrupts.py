"""Ctrl-C is the main thread's business, not that of the engine or its processes."""

from __future__ import annotations

import signal
import sys
from multiprocessing import resource_tracker


def block_interrupts() -> None:
    """Let this thread, and processes that it starts, which inherit the mask, hear no Ctrl-C.

    Windows has no such mask: there a Ctrl-C in a process's first moments may print a traceback.
    """
    if sys.platform != "win32":
        # Python's helper process is started with the first; that lifts the block again.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
