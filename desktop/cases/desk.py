"""Where the store of cases is asked: one thread, so that nothing overtakes what was asked before.

The store is opened by the first question: whoever only looks at images never waits for it, and
leaves no file behind. Where it is under a passphrase, questions wait until that is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import LentigoError, StoreError, StoreSealed, WrongPassphrase
from desktop.cases.asked import Asked, pass_on, tell_any
from desktop.shell.background import Background, named

if TYPE_CHECKING:
    from core.cases.address import CaseAddress
    from core.cases.store import CaseStore

_T = TypeVar("_T")


def own_address() -> CaseAddress:
    """Tell where the user's cases lie.

    Raises
    ------
    StoreError
        If cases cannot lie there.
    """
    from core.cases.address import CaseAddress

    return CaseAddress.default()


@dataclass(frozen=True, slots=True)
class Reopening:
    """How cases are opened after something was done to them.

    Parameters
    ----------
    passphrase : str, optional
        What opens them from now on.
    flaw : LentigoError, optional
        What failed after it was done.
    """

    passphrase: str | None = field(default=None, repr=False)
    flaw: LentigoError | None = None


class CaseDesk(QObject):
    """Asks the store outside the GUI thread, and brings the answers back into it.

    Parameters
    ----------
    parent : QObject, optional
        As for any QObject.
    where : callable, optional
        Tells where the cases lie; called in the desk's thread, again after opening has failed.
    """

    passphrase_wanted = Signal(str)
    """Somebody needs cases that are under a passphrase; why the last one was refused, or empty."""
    opened = Signal()
    """They are open, by the passphrase that was typed."""

    def __init__(
        self, parent: QObject | None = None, *, where: Callable[[], CaseAddress] = own_address
    ) -> None:
        super().__init__(parent)
        self._where = where
        self._store: CaseStore | None = None
        self._waiting: list[tuple[Asked, LentigoError]] = []
        self._given_up = self._given_before = False
        self._thread = Background(self, threads=1)

    @property
    def has_given(self) -> bool:
        """Whether anybody has had the cases opened, here or at the desk before this one."""
        return self._store is not None or self._given_before

    def take_over(self, *, given: bool) -> None:
        """Know whether the desk before this one had given anything."""
        self._given_before = given

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
            Gets the error, where the store, an image or a disk is to blame; any other is a mistake
            of ours, and is raised.
        """
        self._run(Asked(question, done, failed))

    def look(
        self,
        question: Callable[[CaseAddress], _T],
        *,
        done: Callable[[_T], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        """Ask something about where the cases lie, which needs no passphrase; else as `ask`."""
        self._thread.run(
            lambda: question(self._where()), done=done, failed=partial(pass_on, failed)
        )

    def unlock(self, passphrase: str) -> None:
        """Open the store by a passphrase, and go on with what waits."""
        self._thread.run(
            lambda: self._opened(passphrase), done=self._unlocked, failed=self._not_unlocked
        )

    def give_up(self) -> None:
        """Do without the passphrase: what waits fails, and nobody is asked for it any more."""
        self._given_up = True
        waiting, self._waiting = self._waiting, []
        for asked, error in waiting:
            asked.failed(error)

    def reconsider(self) -> None:
        """Ask for the passphrase again, when somebody needs it next."""
        self._given_up = False

    def convert(
        self,
        work: Callable[[CaseAddress], Reopening],
        *,
        done: Callable[[LentigoError | None], None],
        failed: Callable[[LentigoError], None],
    ) -> None:
        """Have something done to the cases while they are closed here.

        Parameters
        ----------
        work : callable
            Gets where they lie, in the desk's thread, and returns what opens them from then on.
        done : callable
            Gets what failed after it was done, if anything did.
        failed : callable
            Gets the error, whatever it was; a mistake of ours is raised as well.
        """

        def closed() -> LentigoError | None:
            self._close_store()
            return self._reopened(work(self._where()))

        self._thread.run(
            closed, done=partial(self._converted, done), failed=partial(tell_any, failed)
        )

    def close(self) -> None:
        """Finish what was asked for, then close the store. Idempotent."""
        self._thread.close(finish=True)
        self._close_store()

    def _run(self, asked: Asked) -> None:
        self._thread.run(
            lambda: asked.question(self._opened()),
            done=asked.done,
            failed=partial(self._declined, asked),
        )

    def _declined(self, asked: Asked, error: Exception) -> None:
        if not isinstance(error, StoreSealed) or self._given_up:
            pass_on(asked.failed, error)
            return
        self._waiting.append((asked, error))
        if len(self._waiting) == 1:
            self.passphrase_wanted.emit("")

    def _unlocked(self, _store: CaseStore) -> None:
        self.opened.emit()
        self._resume()

    def _not_unlocked(self, error: Exception) -> None:
        if isinstance(error, WrongPassphrase):
            self.passphrase_wanted.emit(error.message)
            return
        error = named(error)
        self.opened.emit()  # there is nothing left to ask for
        waiting, self._waiting = self._waiting, []
        for asked, _ in waiting:
            asked.failed(error)

    def _reopened(self, reopening: Reopening) -> LentigoError | None:
        """Open the cases; whoever needs them next tries it again where that fails."""
        try:
            self._opened(reopening.passphrase)
        except StoreError as error:
            return reopening.flaw or error
        return reopening.flaw

    def _converted(
        self, done: Callable[[LentigoError | None], None], flaw: LentigoError | None
    ) -> None:
        self._given_up = False
        done(flaw)
        self._resume()

    def _resume(self) -> None:
        waiting, self._waiting = self._waiting, []
        for asked, _ in waiting:
            self._run(asked)

    def _opened(self, passphrase: str | None = None) -> CaseStore:
        if self._store is None:
            from core.cases.store import CaseStore

            self._store = CaseStore.open(self._where(), passphrase=passphrase)
        return self._store

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None
