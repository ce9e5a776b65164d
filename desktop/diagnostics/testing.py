"""The self-test in a process of its own, which can be ended at any moment."""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.children import end_with_parent, interrupts_blocked, settle_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from core.selftest.check import Check

    Tell = Callable[[list[Check] | None], None]

# Never fork: Qt has threads in the parent, whose locks a fork would copy.
_CONTEXT: Final = multiprocessing.get_context("spawn")


class Testing(QObject):
    """One self-test, from `start` to `told` or to `stop`.

    Parameters
    ----------
    parent : QObject
        As for any QObject.
    """

    told = Signal(object)
    """List of Check, or None where the process broke down."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._thread: threading.Thread | None = None

    def start(self, model: Path) -> None:
        """Begin it.

        Parameters
        ----------
        model : Path
            Folder of the bundle.
        """
        ours, theirs = _CONTEXT.Pipe(duplex=False)
        # It starts processes of its own, which a daemon may not.
        process = _CONTEXT.Process(target=_work, args=(theirs, model), name="lentigo-self-test")
        with theirs, interrupts_blocked():
            process.start()
        self._process = process
        self._thread = threading.Thread(
            target=_wait, args=(ours, self.told.emit), name="lentigo-self-test", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End it, however far it is. Idempotent."""
        process, self._process = self._process, None
        thread, self._thread = self._thread, None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if thread is not None:
            thread.join()


def _work(connection: Connection, model: Path) -> None:
    settle_in()
    end_with_parent()
    from core.selftest.run import self_test

    connection.send(self_test(model))


def _wait(connection: Connection, tell: Tell) -> None:
    checks: list[Check] | None = None
    with connection, suppress(EOFError, OSError):
        checks = connection.recv()
    with suppress(RuntimeError):  # the window has gone meanwhile
        tell(checks)
