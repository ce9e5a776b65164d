"""Where Qt cannot reach the screen that it was told of, it ends the program; we say why."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def ending_in_words(say: Callable[[], int]) -> Iterator[None]:
    """Have the end of the program told while Qt connects to a screen.

    Parameters
    ----------
    say : callable
        Says it, and gives the exit status.
    """

    def told(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        sys.stderr.write(f"{message.strip()}\n")
        if kind is QtMsgType.QtFatalMsg:
            status = say()
            sys.stderr.flush()
            os._exit(status)  # Qt would abort: nothing is open yet that could be closed

    before = qInstallMessageHandler(told)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
