"""What the window's thread does, told without a clock: seconds say how busy the machine is."""

from __future__ import annotations

import sys
from inspect import getmembers, isroutine
from types import CodeType, FrameType
from typing import Self

from PySide6.QtCore import QTimer

from tests.desktop.windows import Window

SHORT = 100_000
"""Calls of Python functions that a turn of the event loop may take; some 0.1 s."""


class WindowThread:
    """Notes which Python functions the window's thread calls while it is entered.

    Waiting, and work inside a library such as a query or decoding, is few calls: what would do that
    in this thread must be asked for with `called`.
    """

    def __init__(self, window: Window) -> None:
        self.longest_turn = 0
        self._called: set[CodeType] = set()
        self._calls = 0
        self._timer = QTimer(window.app.window)
        self._timer.timeout.connect(self._end_turn)

    def __enter__(self) -> Self:
        """Begin."""
        self._timer.start(0)
        sys.setprofile(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        """Note no more, whatever happened."""
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
