"""Where the store of cases is asked: one thread, so that nothing overtakes what was asked before.

The store is opened by the first question: whoever only looks at images never waits for it, and
leaves no file behind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from core.errors import ImageError, LentigoError, StoreError
from desktop.shell.background import Background

if TYPE_CHECKING:
    from core.cases.store import CaseStore

_T = TypeVar("_T")


def open_store() -> CaseStore:
    """Open the user's cases.

    Raises
    ------
    StoreError
        One of its subclasses says why they cannot be opened.
    """
    from core.cases.address import CaseAddress
    from core.cases.store import CaseStore

    return CaseStore.open(CaseAddress.default())


class CaseDesk(QObject):
    """Asks the store outside the GUI thread, and brings the answers back into it.

    Parameters
    ----------
    parent : QObject, optional
        As for any QObject.
    opening : callable, optional
        Opens the store; called in the desk's thread, again after it has failed.
    """

    def __init__(
        self, parent: QObject | None = None, *, opening: Callable[[], CaseStore] = open_store
    ) -> None:
        super().__init__(parent)
        self._opening = opening
        self._store: CaseStore | None = None
        self._thread = Background(self, threads=1)

    def ask(
        self,
        question: Callable[[CaseStore], _T],
        *,
        done: Callable[[_T], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        """Ask the store a question, or have it keep something.

        Parameters
        ----------
        question : callable
            Gets the store, in another thread; touches no widget.
        done : callable
            Gets what it returned.
        failed : callable
            Gets the error, where the store or an image is to blame; any other is a mistake of ours,
            and is raised.
        """

        def declined(error: Exception) -> None:
            if not isinstance(error, (StoreError, ImageError)):
                raise error
            failed(error)

        self._thread.run(lambda: question(self._opened()), done=done, failed=declined)

    def close(self) -> None:
        """Finish what was asked for, then close the store. Idempotent."""
        self._thread.close(finish=True)
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> CaseStore:
        if self._store is None:
            self._store = self._opening()
        return self._store
