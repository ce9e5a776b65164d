"""Where the store of learning is asked: one thread, so that nothing overtakes what was asked.

The store is opened by the first question: who learns nothing never waits, and has no file of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from core.errors import LentigoError
from desktop.shell.background import Background, named

if TYPE_CHECKING:
    from core.learning.store.store import LearningStore

_T = TypeVar("_T")


class LearningDesk(QObject):
    """Asks the store outside the GUI thread, and brings the answers back into it.

    Parameters
    ----------
    parent : QObject, optional
        As for any QObject.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: LearningStore | None = None
        self._thread = Background(self, threads=1)

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._thread.busy

    def ask(
        self,
        question: Callable[[LearningStore], _T],
        *,
        done: Callable[[_T], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        """Ask the store a question, or have it keep something.

        Parameters
        ----------
        question : callable
            Gets the store, in another thread; touches no widget. The store may be handed on: it
            can be used from any thread until the window closes.
        done : callable
            Gets what it returned.
        failed : callable
            Gets the error; what is no `LentigoError` is a mistake of ours, and is raised.
        """
        self._thread.run(lambda: question(self._opened()), done=done, failed=partial(_tell, failed))

    def do_apart(
        self,
        work: Callable[[], _T],
        *,
        done: Callable[[_T], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        """Have something done to the file of the store while it is closed here; else as `ask`.

        The next question opens it again, whatever lies there then.
        """

        def apart() -> _T:
            self._close_store()
            return work()

        self._thread.run(apart, done=done, failed=partial(_tell, failed))

    def close(self) -> None:
        """Finish what was asked for, then close the store. Idempotent."""
        self._thread.close(finish=True)
        self._close_store()

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> LearningStore:
        if self._store is None:
            from core.learning.store.store import LearningStore

            self._store = LearningStore.open()
        return self._store


def _tell(failed: Callable[[LentigoError], None], error: Exception) -> None:
    failed(named(error))
