"""One task at a time in a thread of its own, which nobody waits for once it is cancelled.

An archive may take minutes to answer, and a request on its way cannot be called back: what comes
too late is dropped, and the program ends without it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from core.errors import LentigoError

_T = TypeVar("_T")

Tell = Callable[[int, int], None]
"""Says how much is done, of how much; raises `Cancelled` where nobody wants more."""


class Cancelled(Exception):  # nothing went wrong
    """Nobody wants the rest of a task."""


class ArchiveWorker(QObject):
    """Runs tasks, and brings back what came of them.

    Parameters
    ----------
    parent : QObject, optional
        As for any QObject.
    """

    changed = Signal()
    """Whether something is under way, or how far it is."""
    _finished = Signal(int, object)
    _told = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.done = self.total = 0
        self._task = 0
        self._busy = False
        self._lock = threading.Lock()  # held while a thread emits, so that none does once closed
        self._open = True
        self._finished.connect(self._deliver)
        self._told.connect(self._note)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._busy

    def run(
        self,
        work: Callable[[Tell], _T],
        *,
        done: Callable[[_T], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        """Run a task; one that is under way is cancelled."""
        self.cancel()
        task = self._task
        self._busy, self.done, self.total = True, 0, 0
        threading.Thread(
            target=self._carry,
            args=(task, work, done, failed),
            name="lentigo-archive",
            daemon=True,
        ).start()
        self.changed.emit()

    def cancel(self) -> None:
        """Want no more of what is under way."""
        self._task += 1
        self._busy = False
        self.changed.emit()

    def close(self) -> None:
        """Cancel; what is under way ends by itself, and is never heard of. Idempotent."""
        with self._lock:
            self._open = False
        self._task += 1
        self._busy = False

    def _carry(
        self,
        task: int,
        work: Callable[[Tell], _T],
        done: Callable[[_T], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        from core.errors import LentigoError

        outcome: Callable[[], None]
        try:
            outcome = partial(done, work(partial(self._tell, task)))
        except Cancelled:
            return
        except LentigoError as error:
            outcome = partial(failed, error)
        except Exception as error:  # noqa: BLE001  # raised where the program's last resort logs it
            outcome = partial(_raise, error)
        with self._lock:
            if self._open:
                self._finished.emit(task, outcome)

    def _tell(self, task: int, done: int, total: int) -> None:
        with self._lock:
            if task != self._task or not self._open:
                raise Cancelled
            self._told.emit(task, done, total)

    def _note(self, task: int, done: int, total: int) -> None:
        if task == self._task:
            self.done, self.total = done, total
            self.changed.emit()

    def _deliver(self, task: int, outcome: Callable[[], None]) -> None:
        if task == self._task:
            self._busy = False
            self.changed.emit()
            outcome()


def _raise(error: Exception) -> None:
    raise error
