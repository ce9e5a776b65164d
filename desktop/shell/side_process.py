"""Work in Python that would keep the interpreter from the window, in a process of its own.

A thread is not enough for it: the GUI thread, waiting for the interpreter behind several others,
was held up to 110 ms while a report was set and images were analysed.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Final, TypeVar

from core.children import end_with_parent, interrupts_blocked, settle_in
from core.errors import OutputError

_T = TypeVar("_T")
# Never fork: Qt has threads in the parent, whose locks a fork would copy.
_CONTEXT: Final = multiprocessing.get_context("spawn")


class SideProcess:
    """Runs functions elsewhere, one at a time; any thread but the GUI's may wait for them.

    The process starts when it is first needed, and again after it broke down or rested.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._executor: ProcessPoolExecutor | None = None
        self._under_way = 0

    def run(self, work: Callable[[], _T]) -> _T:
        """Run a function, and wait for it.

        Parameters
        ----------
        work : callable
            Can be pickled, as can what it returns: a `functools.partial` of a module's function.

        Raises
        ------
        OutputError
            If the process broke down over it.
        Exception
            Whatever the function raises.
        """
        with self._busy() as executor:
            try:
                return _submit(executor, work).result()
            except BrokenProcessPool as error:
                from desktop.language.words import tr  # that process does without Qt

                self._drop(executor)
                raise OutputError(
                    tr(
                        "This could not be made, because the program that makes it broke down or "
                        "ran out of memory. Try it again."
                    )
                ) from error

    def rest(self) -> None:
        """End the process, unless it is at work; it starts anew when it is needed again."""
        with self._lock:
            if self._under_way == 0 and self._executor is not None:
                self._executor.shutdown(wait=False)
                self._executor = None

    def close(self) -> None:
        """End the process after what it is doing; nobody waits for that."""
        with self._lock:
            if self._executor is not None:
                self._executor.shutdown(wait=False, cancel_futures=True)
                self._executor = None

    @contextmanager
    def _busy(self) -> Iterator[ProcessPoolExecutor]:
        with self._lock:
            if self._executor is None:
                self._executor = ProcessPoolExecutor(1, _CONTEXT, initializer=_settle)
            executor = self._executor
            self._under_way += 1
        try:
            yield executor
        finally:
            with self._lock:
                self._under_way -= 1

    def _drop(self, executor: ProcessPoolExecutor) -> None:
        executor.shutdown(wait=False)
        with self._lock:
            if self._executor is executor:
                self._executor = None


def _submit(executor: ProcessPoolExecutor, work: Callable[[], _T]) -> Future[_T]:
    with interrupts_blocked():  # the process inherits that until it has settled
        return executor.submit(work)


def _settle() -> None:
    settle_in()
    end_with_parent()
