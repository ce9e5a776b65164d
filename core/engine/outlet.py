"""The way of events out of the engine, one at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.logs import Word

if TYPE_CHECKING:
    from core.engine.messages import EngineEvent

_log = logging.getLogger(__name__)


class Outlet:
    """Hands events to the listener, from whichever thread they come.

    Parameters
    ----------
    listener : callable
        Takes one event; never called by two threads at a time. What it raises is logged and harms
        nothing.
    """

    def __init__(self, listener: Callable[[EngineEvent], None]) -> None:
        self._listener = listener
        self._lock = threading.RLock()  # a listener may ask for something that answers at once
        self._closed = False

    def emit(self, event: EngineEvent) -> None:
        """Hand out an event."""
        with self._lock:
            if self._closed:
                return
            try:
                self._listener(event)
            except Exception:  # noqa: BLE001  # it may raise anything
                _log.exception("the engine's listener failed at %s", Word(type(event).__name__))

    def close(self) -> None:
        """Hand out nothing more. Does not wait for a listener that is at it."""
        self._closed = True
