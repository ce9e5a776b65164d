"""Work that must not hold up the window, and the way its outcome comes back.

Only plain values, arrays and QImages may cross; widgets and pixmaps stay in the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from core.errors import LentigoError
    from desktop.shell.side_process import SideProcess

_T = TypeVar("_T")
_THREADS = 2


class Background(QObject):
    """Runs functions in a few threads and calls back in the GUI thread.

    The signal belongs to this object, which lives in the GUI thread; a worker only emits it.

    Parameters
    ----------
    parent : QObject, optional
        As for any QObject.
    threads : int, optional
        With one, everything is done in the order in which it was asked for.
    """

    rested = Signal()
    """All that was asked for is done, and was called back."""
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, *, threads: int = _THREADS) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="lentigo-background")
        self._aside: SideProcess | None = None
        self._open = True
        self._unfinished = 0
        self._finished.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether something is under way, or was not called back yet."""
        return self._open and self._unfinished > 0

    @property
    def aside(self) -> SideProcess:
        """A process for work that would keep the interpreter from the window; for `run` to use."""
        if self._aside is None:
            from desktop.shell.side_process import SideProcess  # most windows need none

            self._aside = SideProcess()
        return self._aside

    def rest(self) -> None:
        """End the process aside, unless it is at work."""
        if self._aside is not None:
            self._aside.rest()

    def run(
        self,
        work: Callable[[], _T],
        *,
        done: Callable[[_T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` in a thread, then `done` or `failed` in this one.

        Parameters
        ----------
        work : callable
            Touches no widget.
        done : callable
            Gets what `work` returned.
        failed : callable, optional
            Gets what `work` raised; without it the error is raised in the GUI thread, where the
            program's last resort logs it.
        """
        if self._open:
            self._unfinished += 1
            self._pool.submit(self._carry, work, done, failed or _raise)

    def close(self, *, finish: bool = False) -> None:
        """Finish what runs, and drop what waits or `finish` that too. Idempotent.

        Nothing is called back any more.
        """
        self._open = False
        self._pool.shutdown(cancel_futures=not finish)
        if self._aside is not None:
            self._aside.close()

    def _carry(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        outcome: Callable[[], None]
        try:
            outcome = partial(done, work())
        except Exception as error:  # noqa: BLE001  # all of them go back to whoever asked
            outcome = partial(failed, error)
        self._finished.emit(outcome)

    def _deliver(self, outcome: Callable[[], None]) -> None:
        self._unfinished -= 1
        if self._open:
            try:
                outcome()
            finally:
                if not self._unfinished:
                    self.rested.emit()


def named(error: Exception) -> LentigoError:
    """Return an error that has a sentence for the user.

    Raises
    ------
    Exception
        Any other: it is a mistake of ours, and goes to the program's last resort, which logs it.
    """
    from core.errors import LentigoError  # not needed before the first error

    if not isinstance(error, LentigoError):
        raise error
    return error


def _raise(error: Exception) -> None:
    raise error
