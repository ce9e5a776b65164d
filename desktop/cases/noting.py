"""Puts what leaves Look on the audit trail of the cases that it is from, before it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from core.cases.store import CaseStore
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.look.leaving import Leaving


class ExportNoting(QObject):
    """Asks the cases whether they know an image that is to leave, and has them note it.

    Parameters
    ----------
    desk : CaseDesk
        Asks them.
    """

    failed = Signal(str)
    """Why nothing leaves: it could not be noted."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk)
        self._desk = desk

    def before(self, leaving: Iterable[Leaving], *, how: str, then: Callable[[], None]) -> None:
        """Note exports, then go on; images that are none of the cases go at once.

        Parameters
        ----------
        leaving : iterable of Leaving
            The images.
        how : str
            As what they leave, for the audit trail.
        then : callable
            What makes them leave.
        """
        images = tuple(leaving)
        sealed = any(one.sealed for one in images)
        # Cases that nobody has opened have given nothing to Look.
        if images and (sealed or self._desk.has_given):
            checksums = tuple(one.sha256 for one in images)
            self._desk.ask(
                partial(note_exports, checksums=checksums, how=how),
                done=lambda _: then(),
                failed=self._refuse,
            )
        else:
            then()

    def _refuse(self, error: LentigoError) -> None:
        self.failed.emit(error.message)


def note_exports(store: CaseStore, checksums: Iterable[str], *, how: str) -> None:
    """Note that images leave which the cases know.

    Parameters
    ----------
    store : CaseStore
        The cases.
    checksums : iterable of str
        Of the images; others than theirs are passed over.
    how : str
        As what they leave.

    Raises
    ------
    StoreError
        If that cannot be noted.
    """
    from core.cases.audit.acts import Act, subject_of

    known = store.images_of(checksums)
    store.audit.note(Act.EXPORTED, *(subject_of("images", one) for one in known), details=how)
