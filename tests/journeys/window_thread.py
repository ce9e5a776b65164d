"""What the window's thread does, told without a clock: seconds say how busy the machine is."""

from __future__ import annotations

import sys
from inspect import getmembers, isroutine
from types import CodeType, FrameType

from PySide6.QtCore import QTimer

from tests.desktop.windows import Window

SHORT = 100_000
"""Calls of Python functions that a turn of the event loop may take; some 0.1 s."""


class WindowThread:
    """Notes which Python functions the window's thread calls, until it is asked."""

    def __init__(self, window: Window) -> None:
        self.longest_turn = 0
        self._called: set[CodeType] = set()
        self._calls = 0
        self._timer = QTimer(window.app.window)
        self._timer.timeout.connect(self._end_turn)
        self._timer.start(0)
        sys.setprofile(self._note)

    def stop(self) -> None:
        """Note no more."""
        sys.setprofile(None)
        self._timer.stop()
        self._end_turn()

    def called(self, kind: type) -> list[str]:
        """Name the methods of a class that were called."""
        methods = getmembers(kind, isroutine)
        return [name for name, one in methods if getattr(one, "__code__", None) in self._called]

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            self._calls += 1
            self._called.add(frame.f_code)

    def _end_turn(self) -> None:
        self.longest_turn, self._calls = max(self.longest_turn, self._calls), 0
